-- Lists of films, made for everybody at once: which list somebody has, and what is on it.
CREATE TABLE top_lists (
  user INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE, -- who stands for the person
  made_by TEXT NOT NULL, -- the model, the policy and how many were wanted, by a hash
  revision TEXT, -- of the person, after which it was made
  made_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE recommended (
  user INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  made_ms INTEGER NOT NULL,
  rank INTEGER NOT NULL, -- from 1
  movie TEXT NOT NULL,
  reason TEXT NOT NULL,
  model TEXT NOT NULL,
  PRIMARY KEY (user, made_ms, rank)
) STRICT, WITHOUT ROWID;

-- With what became of each: the verdict on it that the person gave since and that stands.
CREATE VIEW recommendations AS
  SELECT recommended.user, users.person, users.platform, users.platform_id, recommended.rank, recommended.movie, recommended.reason,
    recommended.model, recommended.made_ms, (
      SELECT said.verdict FROM users AS member JOIN log AS said ON said.user = member.id
      WHERE member.person = users.person AND said.movie = recommended.movie AND said.kind <> 'retraction'
        AND said.verdict IS NOT NULL AND said.at_ms >= recommended.made_ms AND NOT EXISTS (
          SELECT 1 FROM log AS taking WHERE taking.user = said.user AND taking.kind = 'retraction' AND taking.retracts = said.id
        ) ORDER BY said.seq DESC LIMIT 1
    ) AS outcome
  FROM recommended JOIN users ON users.id = recommended.user;
