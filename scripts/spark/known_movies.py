"""The movies that the data set describes: ratings of others are bad rows."""

import json
from pathlib import Path


def known_movies(file):
    """The ids in a file, a JSON list; None without one: whatever is rated is known."""
    return json.loads(Path(file).read_text()) if file else None


def described(spark, known):
    """(movie, described), one row for each."""
    return spark.createDataFrame([(id, True) for id in known], "movie string, described boolean")
