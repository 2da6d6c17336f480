"""How much a rating speaks for a movie, and how many people each person counts as."""

from pyspark.sql import functions as F

from job_error import JobError

INDIFFERENT_STARS = 2.0
LEAST = 0.05


def read_people(spark, path):
    """(user, weight) of the file people.csv that npx matinee prepare writes; None without one."""
    if path is None:
        return None
    people = spark.read.csv(path, header=True).select(
        F.trim("userId").alias("user"), F.col("weight").cast("double").alias("weight")
    )
    usable = (F.col("weight") >= 0) & (F.col("weight") < float("inf")) & F.col("user").isNotNull()
    wrong = people.where(~F.coalesce(usable, F.lit(False))).limit(1).collect()
    if wrong:
        raise JobError(f"{path}: no person and weight in a line. Expected a userId and a number from 0.")
    return people


def with_people(users, people):
    """Adds (weight), as how many people each counts, and its (root)."""
    users = users.withColumn("weight", F.lit(1.0)) if people is None else users.join(people, "user", "left")
    users = users.fillna(1.0, "weight")
    return users.withColumn("root", F.sqrt("weight"))


def preference_weights(cells):
    """
    Adds (value), the entry of W^(1/2) A: clip((stars - 2) / 3, 0.05, 1) times the root of the person's weight, rounded to
    single precision at each step, as src/dataset/prepare/transform.ts and src/training/factors.ts do.
    """
    speaks = (F.col("stars") - INDIFFERENT_STARS) / (5 - INDIFFERENT_STARS)
    preference = F.least(F.lit(1.0), F.greatest(F.lit(LEAST), speaks)).cast("float")
    return cells.withColumn("value", (preference.cast("double") * F.col("root")).cast("float"))
