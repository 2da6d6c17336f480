"""Trains item embeddings and the user prior on Apache Spark, as src/training does on one machine.

Usage: python job.py options.json, which matinee train writes. On standard output it prints one JSON object a line:
{"step", "share"} on its way, {"error"} where something is to be mended by whoever started it. Written to options.out:
movies.npy, prior.npy, report.json.
"""

import json
import os
import sys
import threading
import time
from pathlib import Path

import numpy as np
from pyspark import StorageLevel
from pyspark.sql import functions as F

from blocks import blocks_of
from filter_ratings import trained_on, without_repeats
from implicit_als import implicit_als
from job_error import JobError
from known_movies import known_movies
from movie_means import movie_means, totals_of
from number_ids import numbered
from read_ratings import cleaned, count_bad, read_ratings, refuse_too_many
from session import open_session
from truncated_svd import truncated_svd
from user_prior import user_prior
from weights import preference_weights, read_people, with_people

RATINGS_PER_BLOCK = 2_000_000
READ, NUMBERED, LAID_OUT, FACTORISED = 0.1, 0.2, 0.3, 0.95  # shares of the work


def tell(**line):
    print(json.dumps(line), flush=True)


def train(spark, options):
    known = known_movies(options["movies"])
    tell(step="reads the ratings", share=0)
    rows = cleaned(read_ratings(spark, options["ratings"]), known).persist(StorageLevel.MEMORY_AND_DISK)
    good, bad = count_bad(rows)
    blocks = max(spark.sparkContext.defaultParallelism, -(-good // RATINGS_PER_BLOCK))
    spark.conf.set("spark.sql.shuffle.partitions", blocks)
    ratings = rows.where("reason IS NULL").drop("reason")

    tell(step="numbers people and movies", share=READ)
    people = read_people(spark, options["people"])
    trained = trained_on(ratings, people, options["holdOut"])
    users = with_people(numbered(trained, "user"), people).persist(StorageLevel.MEMORY_AND_DISK)
    movies = numbered(ratings, "movie")
    rated = [row.movie for row in movies.orderBy("number").collect()]
    counts = {"users": users.count(), "movies": len(known) if known else len(rated)}
    if counts["users"] == 0:
        raise JobError("There is no rating to train on.")

    tell(step="lays out the matrix", share=NUMBERED)
    cells = trained.join(users.withColumnRenamed("number", "row"), "user").join(
        F.broadcast(movies.withColumnRenamed("number", "column")), "movie"
    )
    larger = "row" if counts["users"] >= counts["movies"] else "column"
    cells = without_repeats(cells, blocks, larger).persist(StorageLevel.MEMORY_AND_DISK)
    totals = totals_of(cells)
    bad["duplicate"] = totals["repeats"]
    refuse_too_many(bad, good + sum(bad.values()) - totals["repeats"])
    weighted = preference_weights(cells)
    matrix = blocks_of(weighted, **counts)

    svd = truncated_svd(
        matrix,
        {**options, "digest": totals["digest"]},
        lambda share: tell(step="factorises", share=LAID_OUT + (FACTORISED - LAID_OUT) * share),
    )
    tell(step="places the people", share=FACTORISED)
    prior = user_prior(svd, users)
    out = Path(options["out"])
    np.save(out / "movies.npy", svd.right)
    np.save(out / "prior.npy", np.vstack([prior.mean, prior.covariance]))
    means = movie_means(cells, len(rated))
    als = options["als"] and implicit_als(weighted, options["als"], counts["movies"], out)
    return {
        "users": counts["users"],
        "ratings": totals["ratings"],
        "digest": totals["digest"],
        "rows": good + sum(bad.values()) - totals["repeats"],
        "bad": bad,
        "movies": [
            {"id": id, "ratings": int(n), "stars": float(stars)} for id, n, stars in zip(rated, *means)
        ],
        "als": als,
    }


def end_with_caller():
    """Whoever started this job holds its input open: when that ends, there is nobody to work for."""

    def wait():
        while os.read(sys.stdin.fileno(), 1):
            pass
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def main(options_file):
    end_with_caller()
    options = json.loads(Path(options_file).read_text())
    started = time.perf_counter()
    spark = open_session(options["master"], options["conf"])
    try:
        report = train(spark, options)
        report["seconds"] = time.perf_counter() - started
        (Path(options["out"]) / "report.json").write_text(json.dumps(report))
        tell(step="is done", share=1)
    finally:
        spark.stop()


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except JobError as error:
        tell(error=str(error))
        sys.exit(1)
