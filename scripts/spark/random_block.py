"""The random block that a factorisation starts from: to the last bit that of src/numerics/truncated-svd.ts."""

import numpy as np

HIGH_BITS, LOW_BITS = 26, 27
# draws at a time: 64 MB of numbers
PAIRS = 1 << 20


def random_block(rows, width, seed, deviation):
    """[rows x width] normal numbers: MT19937 seeded by the low 32 bits, by the polar method of Marsaglia & Bray (1964)."""
    twister = np.random.RandomState(seed & 0xFFFFFFFF)
    wanted = rows * width
    found, count = [], 0
    while count < wanted:
        draws = twister.randint(0, 1 << 32, size=4 * PAIRS, dtype=np.uint32).reshape(-1, 2, 2)
        high = (draws[:, :, 0] & ((1 << HIGH_BITS) - 1)) * 2.0**-HIGH_BITS
        low = (draws[:, :, 1] & ((1 << LOW_BITS) - 1)) * 2.0 ** -(HIGH_BITS + LOW_BITS)
        points = 2 * (high + low) - 1
        radius = (points**2).sum(axis=1)
        inside = (radius < 1) & (radius > 0)
        points, radius = points[inside], radius[inside]
        normals = points * np.sqrt(-2 * np.log(radius) / radius)[:, None]
        found.append(normals.ravel())
        count += normals.size
    return deviation * np.concatenate(found)[:wanted].reshape(rows, width)
