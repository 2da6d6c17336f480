/** implicit's alternating least squares on the preference weights of a ratings.csv, as wide as Matinee's embeddings; Python. */
export const IMPLICIT_ALS = `
import os, subprocess, sys, time
os.environ["OPENBLAS_NUM_THREADS"] = "1"
subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "implicit"], check=True)
import numpy as np, scipy.sparse as sp
from pyarrow import csv
from implicit.als import AlternatingLeastSquares
start = time.perf_counter()
table = csv.read_csv(sys.argv[1])
user, movie, rating = (table.column(name).to_numpy() for name in ("userId", "movieId", "rating"))
weights = np.clip((rating - 2) / 3, 0.05, 1).astype(np.float32)
matrix = sp.csr_matrix((weights, (user, movie)))
read = time.perf_counter()
AlternatingLeastSquares(factors=128, iterations=10, alpha=10, regularization=50, num_threads=2, random_state=0).fit(matrix, show_progress=False)
print(f"read in {read - start:.0f} s, fitted in {time.perf_counter() - read:.0f} s")
`;
