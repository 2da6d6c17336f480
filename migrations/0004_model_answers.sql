-- How the language model read a text, by a hash of text, model and prompt: no text of a person, and not whose it was.
CREATE TABLE model_answers (
  key TEXT PRIMARY KEY,
  answer TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX model_answers_by_age ON model_answers (at_ms);
