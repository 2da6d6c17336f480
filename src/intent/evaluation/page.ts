import { escaped } from "../../files/html.ts";
import { f1, precision, recall, type Scores } from "./score.ts";

/** What was measured on one set of texts, and under which name. */
export interface Measured {
  readonly name: string;
  readonly scores: Scores;
  /** Milliseconds per text. */
  readonly medianMs: number;
  readonly slowestMs: number;
}

/** A page that needs nothing else: a table for each set, and every failure under it. */
export function page(measured: readonly Measured[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>How well requests are understood</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
table { border-collapse: collapse; margin: 1rem 0; } th, td { padding: .2rem .8rem; text-align: right; border-bottom: 1px solid #ddd; }
th:first-child, td:first-child { text-align: left; } meter { width: 8rem; } li { margin: .4rem 0; } code { background: #f3f3f3; }
</style>
<h1>How well requests are understood</h1>
${measured.map(section).join("\n")}
</html>
`;
}

function section({ name, scores, medianMs, slowestMs }: Measured): string {
  const rows = scores.fields
    .filter(({ right, wrong, missed }) => right + wrong + missed > 0)
    .map(
      (field) =>
        `<tr><td>${escaped(field.field)}</td><td>${share(precision(field))}</td><td>${share(recall(field))}</td><td>${share(f1(field))}</td><td><meter value="${f1(field).toFixed(3)}"></meter></td><td>${field.right + field.missed}</td></tr>`,
    );
  const failures = scores.failures.map(
    ({ text, differences }) =>
      `<li><code>${escaped(text)}</code><br>${differences
        .map(
          ({ field, expected, got }) =>
            `${field}: <b>${escaped(expected || "nothing")}</b>, read ${escaped(got || "nothing")}`,
        )
        .join("; ")}</li>`,
  );
  return `<h2>${escaped(name)}</h2>
<p>${scores.texts} texts; kind ${share(scores.kindAccuracy)}, moods ${share(scores.moodAccuracy)}, entirely right ${share(scores.entirelyRight)}; ${medianMs.toFixed(2)} ms a text (median), ${slowestMs.toFixed(1)} ms the slowest.</p>
<table><tr><th>field</th><th>precision</th><th>recall</th><th>F1</th><th></th><th>values</th></tr>
${rows.join("\n")}
</table>
<details><summary>${scores.failures.length} failures</summary><ol>
${failures.join("\n")}
</ol></details>`;
}

const share = (value: number | undefined): string => value?.toFixed(3) ?? "not labelled";
