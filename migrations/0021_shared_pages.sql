-- What people show others by a link that they can withdraw. A link is kept as a hash, which opens nothing.
CREATE TABLE shared_pages (
  hash BLOB PRIMARY KEY,
  user INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  id TEXT NOT NULL, -- by which its owner withdraws it
  what TEXT NOT NULL CHECK (what IN ('list', 'taste')),
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX shared_pages_of_user ON shared_pages (user);
