-- Where a bot was installed by others than who runs it: what lets it in there, encrypted.
CREATE TABLE installations (
  platform text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL, -- as the platform names the place: a workspace of Slack's
  sealed bytea NOT NULL,
  at_ms bigint NOT NULL,
  PRIMARY KEY (platform, id)
);
