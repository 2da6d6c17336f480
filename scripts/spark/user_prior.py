"""Where the people trained on lie: the mean of their coordinates X = W^(-1/2) U S, and their covariance around it."""

from dataclasses import dataclass

import numpy as np
from pyspark.sql import functions as F


@dataclass
class UserPrior:
    # [d]
    mean: np.ndarray
    # [d x d] divided by one less than the number of people
    covariance: np.ndarray


def user_prior(svd, users):
    """`users` (number, weight, root), one row a person. As src/training/user-prior.ts has it."""
    if svd.users is None:
        people = users.agg(F.sum("weight")).first()[0]
        mean = svd.weighted_sum / people
        # the columns of U S are orthogonal, so that their squares are all there is of (U S)'(U S)
        centred = np.diag(svd.singular_values**2) - people * np.outer(mean, mean)
    else:
        rows = users.select("number", "weight").collect()
        weights = np.zeros(len(rows))
        weights[[row.number for row in rows]] = [row.weight for row in rows]
        people = weights.sum()
        coordinates = svd.users / np.sqrt(weights)[:, None]
        mean = weights @ coordinates / people
        around = np.sqrt(weights)[:, None] * (coordinates - mean)
        centred = around.T @ around
    return UserPrior(mean, centred / max(1, people - 1))
