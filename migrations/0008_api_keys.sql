-- Programs that may use the API. Of a key only a hash is kept, by which nobody can make it.
CREATE TABLE api_keys (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL, -- as its owner calls it
  hash BLOB NOT NULL, -- SHA-256
  scopes TEXT NOT NULL, -- with commas between them
  per_minute INTEGER NOT NULL, -- requests
  made_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
