-- Whether suggestions are for the asker's eyes only unless asked otherwise: by person, and by place (a server, a channel).
ALTER TABLE users ADD COLUMN private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1));

CREATE TABLE private_places (
  platform TEXT NOT NULL,
  place TEXT NOT NULL,
  PRIMARY KEY (platform, place)
) STRICT, WITHOUT ROWID;
