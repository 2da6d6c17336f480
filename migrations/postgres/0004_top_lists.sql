-- Lists of films, made for everybody at once: which list somebody has, and what is on it.
CREATE TABLE top_lists (
  user_id bigint PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE, -- who stands for the person
  made_by text NOT NULL, -- the model, the policy and how many were wanted, by a hash
  revision text, -- of the person, after which it was made
  made_ms bigint NOT NULL
);

CREATE TABLE recommended (
  user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  made_ms bigint NOT NULL,
  rank integer NOT NULL, -- from 1
  movie text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  model text NOT NULL,
  PRIMARY KEY (user_id, made_ms, rank)
);

-- With what became of each: the verdict on it that the person gave since and that stands.
CREATE VIEW recommendations AS
  SELECT recommended.user_id, users.person, users.platform, users.platform_id, recommended.rank, recommended.movie, recommended.reason,
    recommended.model, recommended.made_ms, (
      SELECT said.verdict FROM users AS member JOIN log AS said ON said.user_id = member.id
      WHERE member.person = users.person AND said.movie = recommended.movie AND said.kind <> 'retraction'
        AND said.verdict IS NOT NULL AND said.at_ms >= recommended.made_ms AND NOT EXISTS (
          SELECT 1 FROM log AS taking
          WHERE taking.user_id = said.user_id AND taking.kind = 'retraction' AND taking.retracts = said.id
        ) ORDER BY said.seq DESC LIMIT 1
    ) AS outcome
  FROM recommended JOIN users ON users.id = recommended.user_id;
