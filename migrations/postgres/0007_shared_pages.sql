-- What people show others by a link that they can withdraw. A link is kept as a hash, which opens nothing.
CREATE TABLE shared_pages (
  hash bytea PRIMARY KEY,
  user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  id text COLLATE "C" NOT NULL, -- by which its owner withdraws it
  what text NOT NULL CHECK (what IN ('list', 'taste')),
  at_ms bigint NOT NULL
);
CREATE INDEX shared_pages_of_user ON shared_pages (user_id);
