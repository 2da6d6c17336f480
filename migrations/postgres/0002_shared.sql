-- What several processes need to have in common.

-- By which cookies are signed: made by chance at the first start, the same for all.
CREATE TABLE secrets (
  name text PRIMARY KEY,
  secret text NOT NULL
);

-- How much somebody may do in a while: counted for all processes together. Not worth a flush: a crash lets everybody begin anew.
CREATE UNLOGGED TABLE limits (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);

-- What one process tells the others and is too long for a notification; gone after a minute.
CREATE UNLOGGED TABLE signals (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  signal text NOT NULL, -- JSON
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX signals_by_age ON signals (at);
