-- More of how it goes, by day and platform, in the table figures: by place in a session, by model, how words were read, and
-- what the machine had to do. Sums alone, as before; what is needed to count on is a user's, and goes with them.

ALTER TABLE users ADD COLUMN session TEXT; -- JSON: what was counted of the session they are in

ALTER TABLE suggestions ADD COLUMN turn INTEGER; -- its place in the session, from 1; not known of those made before

-- Which movies are suggested at all, of what is remembered: so that it need not be counted at each look.
CREATE TABLE suggested_movies (
  movie TEXT PRIMARY KEY,
  count INTEGER NOT NULL,
  last_day TEXT NOT NULL -- in UTC
) STRICT, WITHOUT ROWID;
INSERT INTO suggested_movies
  SELECT movie, count(*), date(max(at_ms) / 1000, 'unixepoch') FROM suggestions GROUP BY movie;
CREATE TRIGGER movie_suggested AFTER INSERT ON suggestions BEGIN
  INSERT INTO suggested_movies VALUES (new.movie, 1, date(new.at_ms / 1000, 'unixepoch'))
    ON CONFLICT DO UPDATE SET count = count + 1, last_day = max(last_day, excluded.last_day);
END;
CREATE TRIGGER movie_forgotten AFTER DELETE ON suggestions BEGIN
  UPDATE suggested_movies SET count = count - 1 WHERE movie = old.movie;
  DELETE FROM suggested_movies WHERE movie = old.movie AND count = 0;
END;

-- Words of texts that nobody understood, none but those that many use anyway. Told of only when they are several people's.
CREATE TABLE unread_words (
  user INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  word TEXT NOT NULL,
  day TEXT NOT NULL, -- on which it was written last
  PRIMARY KEY (user, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX unread_words_by_day ON unread_words (day, word, user);
