-- What is kept to watch later is said in the log as well: put on the list, or taken off. The table is made anew, for what
-- it allows cannot be altered; every row keeps its number, which snapshots name.
CREATE TABLE log_with_listings (
  seq INTEGER PRIMARY KEY,
  user INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('feedback', 'listing', 'retraction')),
  at_ms INTEGER NOT NULL,
  movie TEXT,
  verdict TEXT CHECK (verdict IN ('favourite', 'like', 'dislike', 'skip', 'seen', 'never')),
  is_on INTEGER CHECK (is_on IN (0, 1)),
  source TEXT CHECK (source IN ('favourites', 'suggestion', 'title')),
  suggestion TEXT,
  retracts TEXT,
  UNIQUE (user, id),
  CHECK ((kind = 'feedback') = (verdict IS NOT NULL)),
  CHECK ((kind = 'listing') = (is_on IS NOT NULL)),
  CHECK ((kind = 'retraction') = (retracts IS NOT NULL)),
  CHECK ((kind = 'retraction') = (movie IS NULL)),
  CHECK ((kind = 'retraction') = (source IS NULL))
) STRICT;
INSERT INTO log_with_listings (seq, user, id, kind, at_ms, movie, verdict, source, suggestion, retracts)
  SELECT seq, user, id, kind, at_ms, movie, verdict, source, suggestion, retracts FROM log;
DROP TABLE log;
ALTER TABLE log_with_listings RENAME TO log;
CREATE INDEX log_of_user ON log (user, seq);
CREATE INDEX said_of_movie ON log (user, movie, seq) WHERE kind <> 'retraction';
CREATE INDEX retraction_of_entry ON log (user, retracts) WHERE kind = 'retraction';

CREATE TABLE reactions_with_later (
  user INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  message TEXT NOT NULL,
  gesture TEXT NOT NULL CHECK (gesture IN ('like', 'dislike', 'skip', 'later', 'info')),
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (user, message, gesture)
) STRICT, WITHOUT ROWID;
INSERT INTO reactions_with_later SELECT user, message, gesture, at_ms FROM reactions;
DROP TABLE reactions;
ALTER TABLE reactions_with_later RENAME TO reactions;
CREATE INDEX reactions_by_message ON reactions (message);
