-- Where a bot was installed by others than who runs it: what lets it in there, encrypted.
CREATE TABLE installations (
  platform TEXT NOT NULL,
  id TEXT NOT NULL, -- as the platform names the place: a workspace of Slack's
  sealed BLOB NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (platform, id)
) STRICT;
