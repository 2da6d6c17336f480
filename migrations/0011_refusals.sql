-- What a person never wants, besides single movies: genres, people, series and themes, as JSON. Append-only: what is allowed
-- again is said by a further row.
CREATE TABLE refusals (
  seq INTEGER PRIMARY KEY,
  user INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('refused', 'allowed')),
  at_ms INTEGER NOT NULL,
  what TEXT NOT NULL,
  UNIQUE (user, id)
) STRICT;
CREATE INDEX refusals_of_user ON refusals (user, seq);
