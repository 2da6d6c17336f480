-- Deletions whose remains are still to be wiped from the disk. Says nothing of whose they were.
CREATE TABLE cleanings (
  id TEXT PRIMARY KEY -- by chance
) STRICT, WITHOUT ROWID;
