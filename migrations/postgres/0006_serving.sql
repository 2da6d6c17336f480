-- Which models people are served by, for all processes: as models-folder.ts keeps it beside a file, and where the models lie.
CREATE TABLE serving (
  one boolean PRIMARY KEY DEFAULT true CHECK (one), -- there is one row
  revision bigint NOT NULL, -- counts what was decided
  record text NOT NULL, -- JSON
  machine text NOT NULL,
  folder text NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
