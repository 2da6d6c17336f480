"""
Randomised truncated SVD of a matrix in blocks, A ~ U S V': the scheme of src/numerics/truncated-svd.ts, where its sources
are named, from the same random block, so that the result is that one's to rounding.

Every iteration is one pass over the blocks: of each block A_b of lines, the product A_b' (A_b B) is summed up, so that
nothing of the length of the larger side is ever kept. A last pass leaves a Gram matrix [width x width], the small dense core.
So one iteration makes two passes in all. The block B [smaller side x width] is on one machine, and is sent to all.
"""

from dataclasses import dataclass

import numpy as np

from blocks import unpack
from checkpoint import keep, kept
from random_block import random_block

STRIP = 16  # columns of the block come in strips; src/numerics/kernels.ts
SMALLEST_SHARE = 1e-6
SMALLEST_TOLD = 1e-7


@dataclass
class TruncatedSvd:
    # S [d], descending
    singular_values: np.ndarray
    # V [movies x d]
    right: np.ndarray
    # [d] sum over people of the root of their weight times their line of U S, where there are more people than movies
    weighted_sum: np.ndarray = None
    # U S [users x d], where there are no more people than movies
    users: np.ndarray = None


def truncated_svd(matrix, options, on_progress):
    d, iterations = options["dimensions"], options["powerIterations"]
    d = min(d, matrix.lines, matrix.columns)
    width = STRIP * -(-min(d + options["oversampling"], matrix.columns) // STRIP)
    start = kept(options)
    if start is None:
        block = random_block(matrix.columns, width, options["seed"], 1 / np.sqrt(matrix.columns))
        start = {"block": block, "shift": 0.0, "done": 0}
    block, shift = start["block"], float(start["shift"])
    for iteration in range(int(start["done"]), iterations):
        on_progress(iteration / (iterations + 1))
        image = summed(matrix, block, lambda part, b: part.matrix.T @ (part.matrix @ b))
        image -= shift * block
        block, values = orthonormalised(image)
        shift = max(shift, (shift + values[min(width, matrix.columns) - 1]) / 2)
        keep(options, block=block, shift=shift, done=iteration + 1)
    on_progress(iterations / (iterations + 1))
    block, _ = orthonormalised(block)  # again: orthonormal to rounding
    return finished(matrix, block, d)


def finished(matrix, block, d):
    *core, sums = summed(matrix, block, core_of)
    values, vectors = eigen(np.array(core))
    found, vectors = values[:d], vectors[:, :d]
    found = np.where(found > SMALLEST_SHARE * values[0], found, 0)
    unit = np.divide(1, found, out=np.zeros(d), where=found > 0)
    small = block @ vectors * (found > 0)
    if matrix.lines_are_users:
        signs = signs_of(small)
        return TruncatedSvd(found, small * signs, weighted_sum=(sums @ vectors) * signs * (found > 0))
    right = collected(matrix, block @ vectors) * unit
    signs = signs_of(right)
    return TruncatedSvd(found, right * signs, users=small * found * signs)


def core_of(part, b):
    tall = part.matrix @ b
    return np.vstack([tall.T @ tall, part.roots @ tall])


def summed(matrix, block, of_part):
    """The sum over all blocks of what is made of each and of the dense block."""
    context, columns = matrix.rdd.context, matrix.columns
    sent = context.broadcast(block)

    def of_partition(parts):
        total = None
        for packed in parts:
            share = of_part(unpack(packed, columns), sent.value)
            total = share if total is None else total + share
        return [] if total is None else [total]

    total = matrix.rdd.mapPartitions(of_partition).treeReduce(np.add)
    sent.destroy()
    return total


def collected(matrix, dense):
    """[lines x d] the matrix times a dense block; lines without entries are 0."""
    context, columns = matrix.rdd.context, matrix.columns
    sent = context.broadcast(dense)

    def lines_of(packed):
        part = unpack(packed, columns)
        return part.lines, part.matrix @ sent.value

    product = np.zeros((matrix.lines, dense.shape[1]))
    for lines, values in matrix.rdd.map(lines_of).toLocalIterator():
        product[lines] = values
    sent.destroy()
    return product


def orthonormalised(dense):
    """Orthonormal columns that span what `dense` spans, and its singular values, descending; what is not there is 0."""
    output, values = rotated(
        dense, lambda value, smallest: 1 / (np.maximum(value, smallest) + (smallest == 0))
    )
    if values[-1] <= SMALLEST_TOLD * values[0]:
        output, _ = rotated(
            output,
            lambda value, smallest: np.divide(1, value, out=np.zeros_like(value), where=value > smallest),
        )
    return output, values


def rotated(dense, scale):
    values, vectors = eigen(dense.T @ dense)
    return dense @ (vectors * scale(values, SMALLEST_TOLD * values[0])), values


def eigen(gram):
    """Roots of the eigenvalues, descending, and the eigenvectors as columns."""
    squares, vectors = np.linalg.eigh(gram)
    return np.sqrt(np.maximum(0, squares[::-1])), vectors[:, ::-1]


def signs_of(columns):
    """The sign that makes the entry of largest magnitude positive, by column."""
    largest = columns[np.abs(columns).argmax(axis=0), np.arange(columns.shape[1])]
    return np.where(largest < 0, -1.0, 1.0)
