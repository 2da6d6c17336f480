-- What was written, where it must not be written twice and says nothing of itself by which that would be seen: for whoever lost the
-- connection in a commit and tries again. Gone after a day.
CREATE TABLE writes (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX writes_by_age ON writes (at);
