-- What TMDB says of films, for no longer than its terms allow. Says nothing of who asked.
CREATE TABLE tmdb_films (
  key TEXT PRIMARY KEY, -- the film's IMDb id, else its own there
  film TEXT NOT NULL, -- JSON
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tmdb_films_by_age ON tmdb_films (at_ms);
