-- What is remembered of people. A user's rows go with the user.

CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  platform TEXT NOT NULL,
  platform_id TEXT NOT NULL,
  revision TEXT, -- the event committed last
  UNIQUE (platform, platform_id)
) STRICT;

-- Every event dealt with, so that its redelivery is known.
CREATE TABLE events (
  user INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (user, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE suggestions (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  user INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  movie TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX suggestions_of_user ON suggestions (user, seq);

-- The log that the taste is derived from: append-only. A retraction names the entry it takes back.
CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  user INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('feedback', 'retraction')),
  at_ms INTEGER NOT NULL,
  movie TEXT,
  verdict TEXT CHECK (verdict IN ('favourite', 'like', 'dislike', 'skip', 'seen', 'never')),
  source TEXT CHECK (source IN ('favourites', 'suggestion', 'title')),
  suggestion TEXT,
  retracts TEXT,
  UNIQUE (user, id),
  CHECK ((kind = 'feedback') = (movie IS NOT NULL AND verdict IS NOT NULL AND source IS NOT NULL AND retracts IS NULL)),
  CHECK ((kind = 'retraction') = (retracts IS NOT NULL AND movie IS NULL))
) STRICT;
CREATE INDEX log_of_user ON log (user, seq);

-- The user embedding as last computed, and the model it belongs to.
CREATE TABLE embeddings (
  user INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  model_version TEXT NOT NULL,
  embedding BLOB NOT NULL -- little-endian float64
) STRICT;

-- Where each conversation of a user stands, as JSON.
CREATE TABLE dialogues (
  user INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  conversation TEXT NOT NULL,
  dialogue TEXT NOT NULL,
  PRIMARY KEY (user, conversation)
) STRICT, WITHOUT ROWID;
