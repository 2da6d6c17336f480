-- What a turn looks up of a person's past, however long that is.
CREATE INDEX feedback_on_movie ON log (user, movie, seq) WHERE kind = 'feedback';
CREATE INDEX retraction_of_entry ON log (user, retracts) WHERE kind = 'retraction';

-- What followed from a person's log and suggestions up to these: to go on from, not to be folded again. May be deleted
-- at any time. Void under another version, of the model or of how a taste is computed.
CREATE TABLE snapshots (
  user INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  version TEXT NOT NULL,
  log_seq INTEGER NOT NULL,
  suggestions_seq INTEGER NOT NULL,
  known BLOB NOT NULL
) STRICT;
