-- Users of several platforms may be one person. What each of them said stays theirs, and is read together.
ALTER TABLE users ADD COLUMN person INTEGER; -- the user who stands for all of them; at first everybody for themselves
UPDATE users SET person = id;
CREATE INDEX users_of_person ON users (person);
CREATE TRIGGER person_of_their_own AFTER INSERT ON users WHEN new.person IS NULL BEGIN
  UPDATE users SET person = new.id WHERE id = new.id;
END;

-- By which somebody shows on another platform who they are here.
CREATE TABLE link_codes (
  code TEXT PRIMARY KEY,
  user INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  at_ms INTEGER NOT NULL,
  used INTEGER NOT NULL DEFAULT 0 CHECK (used IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX link_codes_of_user ON link_codes (user);

-- Who was linked to whom, so that it can be undone for a while. A row for each user who became somebody else's person.
CREATE TABLE links (
  seq INTEGER PRIMARY KEY,
  link TEXT NOT NULL, -- by chance: the users of one link belong together
  user INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  was INTEGER NOT NULL,
  person INTEGER NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX links_of_user ON links (user);
CREATE INDEX links_of_person ON links (person, seq);
