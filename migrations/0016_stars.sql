-- Stars as they were given, and in what words where they were points of another scale: "8/10".
ALTER TABLE log ADD COLUMN stars REAL
  CHECK (stars IS NULL OR (kind = 'feedback' AND stars IN (0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5)));
ALTER TABLE log ADD COLUMN points TEXT CHECK (points IS NULL OR stars IS NOT NULL);
