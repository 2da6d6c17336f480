import { escaped } from "../../files/html.ts";
import { tableInMarkdown } from "../markdown.ts";
import { PRODUCT } from "../report.ts";
import type { Figure, Standing, View, ViewColumn } from "./view.ts";

const MARKS: Readonly<Record<Standing, string>> = { ahead: "▲", level: "=", behind: "▼" };

export function htmlTable({ columns, rows }: View): string {
  const head = columns.map(({ label }) => `<th scope="col">${escaped(label)}</th>`).join("");
  const body = rows.map(({ name, figures }) => {
    const cells = columns.map((column, at) => htmlCell(column, figures[at]!)).join("");
    const mark = name === PRODUCT ? ' class="product"' : "";
    return `<tr${mark}><th scope="row">${escaped(name)}</th>${cells}</tr>`;
  });
  return `<div class="table"><table><thead><tr><th scope="col">model</th>${head}</tr></thead><tbody>\n${body.join("\n")}\n</tbody></table></div>`;
}

function htmlCell(column: ViewColumn, { mean, interval, standing }: Figure): string {
  const range = interval ? ` <small>${interval.map((end) => number(column, end)).join("–")}</small>` : "";
  const mark = standing
    ? ` <i class="${standing}" title="${standing} ${standing === "level" ? "with" : standing === "ahead" ? "of" : ""} ${PRODUCT}">${MARKS[standing]}</i>`
    : "";
  return `<td>${number(column, mean)}${range}${mark}</td>`;
}

/** For a README, the product in bold. */
export function markdownTable({ columns, rows }: View): string {
  const body = rows.map(({ name, figures }) => {
    const bold = (text: string) => (name === PRODUCT ? `**${text}**` : text);
    return [
      bold(name),
      ...columns.map((column, at) => {
        const { mean, interval } = figures[at]!;
        if (!interval) return number(column, mean);
        return `${bold(number(column, mean))} (${interval.map((end) => number(column, end)).join("-")})`;
      }),
    ];
  });
  return tableInMarkdown(["model", ...columns.map(({ label }) => label)], body);
}

/** ".457", "6.0 %", "135" */
function number({ digits, percent }: ViewColumn, value: number): string {
  if (percent) return `${(100 * value).toFixed(digits)} %`;
  return value.toFixed(digits).replace(/^(-?)0\./, "$1.");
}
