"""Numbers from 0 for people and movies, in order of first appearance: the rows and columns of the matrix."""

from itertools import accumulate

from pyspark import StorageLevel
from pyspark.sql import functions as F

ROW_BITS = 33  # of monotonically_increasing_id: below them the row in a partition, above them the partition


def numbered(ratings, name):
    """One row (name, number) for each id in that column of the ratings."""
    ids = (
        ratings.groupBy(name)
        .agg(F.min("place").alias("first"))
        .sort("first")
        .withColumn("id", F.monotonically_increasing_id())
        .persist(StorageLevel.MEMORY_AND_DISK)
    )
    partition = F.shiftright("id", ROW_BITS)
    counts = sorted(tuple(row) for row in ids.groupBy(partition.alias("partition")).count().collect())
    before = [0, *accumulate(count for _, count in counts)]
    starts = ids.sparkSession.createDataFrame(
        [(part, start) for (part, _), start in zip(counts, before)], "partition long, start long"
    )
    in_partition = F.col("id").bitwiseAND((1 << ROW_BITS) - 1)
    return (
        ids.withColumn("partition", partition)
        .join(F.broadcast(starts), "partition")
        .select(name, (F.col("start") + in_partition).cast("int").alias("number"))
    )
