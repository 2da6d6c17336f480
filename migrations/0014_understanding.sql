-- Runs of data/understanding.yaml: whether its sentences, which are nobody's, are understood.
CREATE TABLE understanding_runs (
  seq INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  run TEXT NOT NULL -- JSON
) STRICT;

-- A key may end by itself.
ALTER TABLE api_keys ADD COLUMN expires_ms INTEGER; -- null: never
