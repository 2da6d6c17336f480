-- Several people look for one film. What happened on an evening is a log; what is somebody's goes with them.
CREATE TABLE evenings (
  id TEXT PRIMARY KEY,
  platform TEXT NOT NULL,
  conversation TEXT NOT NULL,
  opened_ms INTEGER NOT NULL,
  ends_ms INTEGER, -- when votes are counted at the latest; NULL while none are open
  message TEXT -- on which it stands
) STRICT, WITHOUT ROWID;
CREATE INDEX evenings_in ON evenings (conversation, opened_ms);
CREATE INDEX evenings_due ON evenings (platform, ends_ms) WHERE ends_ms IS NOT NULL;

CREATE TABLE evening_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  evening TEXT NOT NULL REFERENCES evenings (id) ON DELETE CASCADE,
  user INTEGER REFERENCES users (id) ON DELETE CASCADE, -- NULL: of nobody in particular
  event TEXT NOT NULL, -- the platform's id of what was done
  at_ms INTEGER NOT NULL,
  what TEXT NOT NULL -- JSON
) STRICT;
CREATE INDEX evening_log_of ON evening_log (evening, seq);
CREATE INDEX evening_log_by ON evening_log (user);

-- Without anybody left there is no evening.
CREATE TRIGGER evening_of_nobody AFTER DELETE ON evening_log BEGIN
  DELETE FROM evenings WHERE id = old.evening
    AND NOT EXISTS (SELECT 1 FROM evening_log WHERE evening = old.evening AND user IS NOT NULL);
END;
