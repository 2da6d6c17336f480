"""How often and how well each movie was rated, and what tells one table of ratings from another."""

import numpy as np
from pyspark.sql import functions as F


def movie_means(cells, movies):
    """[movies] counts and sums of stars; half stars, so that the sums are exact."""
    counts, stars = np.zeros(movies, dtype=np.int64), np.zeros(movies)
    for row in cells.groupBy("column").agg(F.count("*").alias("n"), F.sum("stars").alias("stars")).collect():
        counts[row.column], stars[row.column] = row.n, row.stars
    return counts, stars


def totals_of(cells):
    """Ratings, those that were given again and do not count, and a digest of them that is the same in any order."""
    hashed = F.xxhash64("row", "column", "stars", "at", "root").cast("decimal(20,0)")
    row = cells.agg(
        F.count("*").alias("ratings"),
        F.sum(F.col("times") - 1).alias("repeats"),
        F.sum(hashed).cast("string").alias("digest"),
    ).first()
    return row.asDict()
