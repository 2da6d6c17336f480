-- Which message of a platform carries which suggestion: reactions name the message alone.
CREATE TABLE messages (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  suggestion TEXT NOT NULL REFERENCES suggestions (id) ON DELETE CASCADE,
  conversation TEXT NOT NULL, -- where the suggestion was asked for
  shared INTEGER NOT NULL CHECK (shared IN (0, 1)) -- shown to others by the person
) STRICT;
CREATE INDEX messages_of_suggestion ON messages (suggestion, seq);
