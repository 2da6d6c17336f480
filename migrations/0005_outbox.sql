-- What a turn says, from its commit until the platform has it: a crash or a refusal in between loses nothing.
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE, -- the same on every try, so that a platform can tell a second one
  user INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  event TEXT NOT NULL,
  conversation TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  private INTEGER NOT NULL CHECK (private IN (0, 1)),
  what TEXT NOT NULL -- JSON
) STRICT;
CREATE INDEX outbox_of_user ON outbox (user, seq);

-- The reactions of people that stand under messages, as far as they are known.
CREATE TABLE reactions (
  user INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  message TEXT NOT NULL,
  gesture TEXT NOT NULL CHECK (gesture IN ('like', 'dislike', 'skip', 'info')),
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (user, message, gesture)
) STRICT, WITHOUT ROWID;
CREATE INDEX reactions_by_message ON reactions (message);
