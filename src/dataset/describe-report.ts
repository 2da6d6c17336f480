import { basename } from "node:path";
import type { DatasetReport } from "./read-dataset.ts";

/** The report in lines for people. */
export function describeReport(report: DatasetReport): string[] {
  const { format, ratings, users, movies, withoutTimestamp, files } = report;
  const number = (value: number) => value.toLocaleString("en-US");
  const lines = [
    `${format}: ${number(ratings)} ratings by ${number(users)} users of ${number(movies)} movies`,
  ];
  if (withoutTimestamp > 0) lines.push(`${number(withoutTimestamp)} ratings without a valid time`);
  for (const { file, rows, bad } of files) {
    if (bad.length === 0) lines.push(`${basename(file)}: ${number(rows)} rows, none bad`);
    for (const { reason, count, firstLines } of bad) {
      const where =
        firstLines.length < count
          ? `first in lines ${firstLines.join(", ")}`
          : `lines ${firstLines.join(", ")}`;
      lines.push(
        `${basename(file)}: ${number(count)} of ${number(rows)} rows left out, ${reason} (${where})`,
      );
    }
  }
  return lines;
}
