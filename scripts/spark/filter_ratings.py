"""Who is trained on, and which of several ratings counts."""

from pyspark.sql import functions as F


def trained_on(ratings, people, hold_out):
    """Without those who are held out, by a hash of their ids and so always the same, and those who count as nobody."""
    if hold_out > 0:
        drawn = F.conv(F.substring(F.sha2(F.col("user"), 256), 1, 8), 16, 10).cast("double") / 2**32
        ratings = ratings.where(drawn >= hold_out)
    if people is not None:
        nobody = people.where("weight = 0").select("user")
        ratings = ratings.join(nobody, "user", "left_anti")
    return ratings


def without_repeats(cells, blocks, by):
    """
    Of a person's ratings of one movie the latest, and of those of one time the one further down; `times` is how many
    there were. Cells with the same number in the column `by` come to lie in the same of the `blocks` partitions.
    """
    latest = F.max_by(F.struct("stars", "at"), F.struct("at", "place"))
    return (
        cells.repartition(blocks, by)
        .groupBy("row", "column")
        .agg(latest.alias("kept"), F.first("root").alias("root"), F.count("*").alias("times"))
        .select("row", "column", "kept.stars", "kept.at", "root", "times")
    )
