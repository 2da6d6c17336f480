"""Reading ratings and judging every row, as src/dataset's readers do."""

from pyspark.sql import functions as F
from pyspark.sql.types import StringType, StructField, StructType, TimestampType

from job_error import JobError
from known_movies import described

# columns and scale: half stars as MovieLens has them, or 1 to 10 as in plain exports
MOVIELENS = {"user": "userId", "movie": "movieId", "rating": "rating", "at": "timestamp"}
EXPORT = {"user": "user_id", "movie": "movie_id", "rating": "rating_val", "at": "timestamp"}
DELIMITERS = [",", ";", "\t", "|"]
LATEST_SECOND = 2**32 - 1
LEAST_STARS, MOST_STARS = 0.5, 5
MOST_BAD = 0.01
CORRUPT = "_whole"


def read_ratings(spark, path):
    """Rows of text (user, movie, rating), (at) in seconds, and place, which ascends with the lines of a file."""
    try:
        return read_parquet(spark, path) if is_parquet(spark, path) else read_csv(spark, path)
    except JobError:
        raise
    except Exception as error:
        reason = str(error).strip().splitlines()[0]
        raise JobError(
            f"{path} cannot be read ({reason}). Name ratings as CSV or Parquet by --ratings."
        ) from error


def is_parquet(spark, path):
    if path.rstrip("/").endswith(".parquet"):
        return True
    first = spark.read.format("binaryFile").load(path).select("path").limit(1).collect()
    return bool(first) and first[0].path.endswith(".parquet")


def read_parquet(spark, path):
    table = spark.read.parquet(path)
    columns = columns_among(table.columns, path)
    return labelled(table.withColumn(CORRUPT, F.lit(False)), columns)


def read_csv(spark, path):
    first = spark.read.text(path).first()
    if first is None:
        raise JobError(f"{path}: the file holds no rows. Compare it with the publisher's.")
    header = first.value.lstrip("\ufeff").strip()
    delimiter = max(DELIMITERS, key=header.count)
    names = [name.strip().strip('"') for name in header.split(delimiter)]
    columns = columns_among(names, path)
    schema = StructType([StructField(name, StringType()) for name in [*names, CORRUPT]])
    table = spark.read.csv(
        path,
        schema=schema,
        sep=delimiter,
        header=True,
        enforceSchema=True,
        quote='"',
        escape='"',
        columnNameOfCorruptRecord=CORRUPT,
    )
    # a row that is too short is judged by what it lacks
    too_long = F.size(F.split(CORRUPT, f"\\Q{delimiter}\\E")) > len(names)
    table = table.withColumn(CORRUPT, F.coalesce(too_long, F.lit(False)))
    return labelled(table, columns)


def columns_among(names, path):
    for columns in (MOVIELENS, EXPORT):
        if all(columns[part] in names for part in ("user", "movie", "rating")):
            return columns
    wanted = ", ".join(MOVIELENS.values())
    raise JobError(
        f"{path} has the columns {', '.join(names)}. Expected {wanted}, or those of a plain export."
    )


def labelled(table, columns):
    def text(part):
        column = F.trim(F.col(columns[part]).cast("string"))
        return F.when(column != "", column)

    rating = F.trim(F.col(columns["rating"]).cast("string"))
    stars = rating.cast("double") * (1 if columns is MOVIELENS else 0.5)
    return table.select(
        text("user").alias("user"),
        text("movie").alias("movie"),
        F.when(rating != "", rating).alias("rating"),
        stars.alias("stars"),
        seconds_of(table, columns["at"]).alias("at"),
        F.col(CORRUPT).alias("too_long"),
        F.monotonically_increasing_id().alias("place"),
    )


def seconds_of(table, name):
    """Seconds since 1970; 0 where the time is not known."""
    if name not in table.columns:
        return F.lit(0).cast("long")
    column = F.col(name)
    if isinstance(table.schema[name].dataType, TimestampType):
        return F.coalesce(column.cast("long"), F.lit(0).cast("long"))
    seconds = F.trim(column.cast("string")).cast("double")
    is_time = (seconds > 0) & (seconds <= LATEST_SECOND) & (seconds == F.floor(seconds))
    return F.when(is_time, seconds.cast("long")).otherwise(F.lit(0).cast("long"))


def cleaned(rows, known):
    """The rows with the reason why each is bad, or none. `known`: the ids of movies described, or None for any."""
    stars = F.col("stars")
    no_number = stars.isNull() | F.isnan(stars)
    in_scale = stars.between(LEAST_STARS, MOST_STARS) & (stars * 2 == F.floor(stars * 2))
    reason = (
        F.when(F.col("too_long"), "extra field")
        .when(F.col("user").isNull() | F.col("movie").isNull() | F.col("rating").isNull(), "missing field")
        .when(no_number, "not a number")
        .when(~in_scale, "unknown rating")
    )
    if known:
        rows = rows.join(F.broadcast(described(rows.sparkSession, known)), "movie", "left")
        reason = reason.when(F.col("described").isNull(), "unknown movie")
    return rows.withColumn("reason", reason).select("user", "movie", "stars", "at", "place", "reason")


def count_bad(rows):
    """How many rows are good, and how many are left out by reason. Raises JobError where they are too many."""
    counts = {row.reason: row["count"] for row in rows.groupBy("reason").count().collect()}
    good = counts.pop(None, 0)
    refuse_too_many(counts, good + sum(counts.values()))
    return good, counts


def refuse_too_many(bad, rows):
    if sum(bad.values()) > MOST_BAD * rows:
        reasons = ", ".join(f"{count} x {reason}" for reason, count in bad.items())
        raise JobError(
            f"Of {rows} rows {sum(bad.values())} are bad ({reasons}), at most 1 % may be. "
            "Compare the file with the publisher's."
        )
