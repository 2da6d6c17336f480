"""Implicit alternating least squares of MLlib, to compare with: Hu, Koren & Volinsky, ICDM 2008."""

import time
from pathlib import Path

import numpy as np
from pyspark.ml.recommendation import ALS


def implicit_als(cells, settings, movies, out):
    """
    Writes als.npy [movies x factors]. MLlib multiplies the regularisation with the number of ratings of each row.

    `settings`: factors, iterations, confidence, regularisation.
    """
    started = time.perf_counter()
    als = ALS(
        rank=settings["factors"],
        maxIter=settings["iterations"],
        alpha=settings["confidence"],
        regParam=settings["regularisation"],
        implicitPrefs=True,
        userCol="row",
        itemCol="column",
        ratingCol="value",
        seed=0,
    )
    model = als.fit(cells.select("row", "column", "value"))
    factors = np.zeros((movies, settings["factors"]))
    for row in model.itemFactors.toLocalIterator():
        factors[row.id] = row.features
    np.save(Path(out) / "als.npy", factors)
    return {"seconds": time.perf_counter() - started}
