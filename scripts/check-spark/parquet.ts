import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const PROGRAM = `
import sys
from pyarrow import csv, parquet
parquet.write_table(csv.read_csv(sys.argv[1]), sys.argv[2], row_group_size=50_000)
`;

/** A data set's ratings.csv as Parquet. */
export async function asParquet(python: string, data: string, file: string): Promise<string> {
  await promisify(execFile)(python, ["-c", PROGRAM, join(data, "ratings.csv"), file]);
  return file;
}
