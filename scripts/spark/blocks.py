"""The matrix in blocks of rows, each a sparse matrix of its own, on the larger side of the matrix."""

from dataclasses import dataclass

import numpy as np
from pyspark import RDD, StorageLevel

SCHEMA = "lines binary, starts binary, indices binary, values binary, roots binary"


@dataclass
class Blocks:
    # of bytes: see Block
    rdd: RDD
    # m, the larger side, whose lines are spread over the blocks
    lines: int
    # n, the smaller side
    columns: int
    lines_are_users: bool


@dataclass
class Block:
    # which lines of the matrix these are, ascending
    lines: np.ndarray
    # [lines] of each line's person, where lines are people
    roots: np.ndarray
    # [lines x columns] scipy.sparse.csr_matrix in double precision
    matrix: object


def blocks_of(cells, users, movies):
    """`cells` (row, column, value, root), those of a line in one partition: as without_repeats leaves them."""
    lines_are_users = users >= movies
    line, column = ("row", "column") if lines_are_users else ("column", "row")
    rows = cells.select(cells[line].alias("line"), cells[column].alias("column"), "value", "root")
    packed = rows.mapInArrow(pack, SCHEMA).rdd.map(tuple).persist(StorageLevel.MEMORY_AND_DISK)
    return Blocks(packed, max(users, movies), min(users, movies), lines_are_users)


def pack(batches):
    """One row of SCHEMA from all batches of a partition; none from an empty one."""
    import pyarrow as pa  # noqa: PLC0415 (where the cells are, not where the job was started)

    tables = [batch for batch in batches if batch.num_rows > 0]
    if not tables:
        return
    names = ["line", "column", "value", "root"]
    line, column, value, root = (
        np.concatenate([batch.column(name).to_numpy(zero_copy_only=False) for batch in tables])
        for name in names
    )
    order = np.lexsort((column, line))
    line = line[order]
    lines, firsts = np.unique(line, return_index=True)
    arrays = [
        lines.astype(np.int64),
        np.append(firsts, len(line)).astype(np.int64),
        column[order].astype(np.int32),
        value[order].astype(np.float32),
        root[order][firsts].astype(np.float64),
    ]
    columns = [pa.array([array.tobytes()], pa.binary()) for array in arrays]
    yield pa.RecordBatch.from_arrays(columns, ["lines", "starts", "indices", "values", "roots"])


def unpack(packed, columns):
    from scipy.sparse import csr_matrix  # noqa: PLC0415 (the same)

    types = [np.int64, np.int64, np.int32, np.float32, np.float64]
    lines, starts, indices, values, roots = (
        np.frombuffer(part, dtype=kind) for part, kind in zip(packed, types)
    )
    matrix = csr_matrix((values.astype(np.float64), indices, starts), shape=(len(lines), columns))
    return Block(lines, roots, matrix)
