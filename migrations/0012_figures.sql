-- How it goes, by day and platform: sums alone, which say nothing of anybody and stay when somebody is forgotten.
CREATE TABLE figures (
  day TEXT NOT NULL, -- "2026-11-29", in UTC
  platform TEXT NOT NULL,
  what TEXT NOT NULL, -- people, suggestions, or a verdict on a suggestion
  count INTEGER NOT NULL,
  PRIMARY KEY (day, platform, what)
) STRICT, WITHOUT ROWID;

ALTER TABLE users ADD COLUMN last_day TEXT; -- on which something of theirs was counted last

-- What is still known of the days before.
INSERT INTO figures
  SELECT date(events.at_ms / 1000, 'unixepoch'), platform, 'people', count(DISTINCT users.id)
  FROM events JOIN users ON users.id = events.user GROUP BY 1, 2;
INSERT INTO figures
  SELECT date(at_ms / 1000, 'unixepoch'), platform, 'suggestions', count(*)
  FROM suggestions JOIN users ON users.id = suggestions.user GROUP BY 1, 2;
INSERT INTO figures
  SELECT date(said.at_ms / 1000, 'unixepoch'), platform, verdict, count(*)
  FROM log AS said JOIN users ON users.id = said.user
  WHERE said.kind = 'feedback' AND said.suggestion IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM log AS taking WHERE taking.user = said.user AND taking.kind = 'retraction' AND taking.retracts = said.id
  ) GROUP BY 1, 2, 3;
UPDATE users SET last_day = (
  SELECT date(max(at_ms) / 1000, 'unixepoch') FROM events WHERE events.user = users.id
);
