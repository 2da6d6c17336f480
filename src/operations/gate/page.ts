/** A verdict of the gate, on one page for people. */
import { GROUPS } from "./held-out.ts";
import type { Comparison, Guardrail, Verdict } from "./judge.ts";

export function pageOf(verdict: Verdict): string {
  const { champion, challenger, passes, reasons, comparisons, guardrails } = verdict;
  return [
    `${challenger} ${passes ? "may take the place of" : "does not take the place of"} ${champion}.`,
    "",
    ...reasons,
    "",
    ...GROUPS.flatMap((group) => {
      const own = comparisons.filter((one) => one.group === group);
      if (own.length === 0) return [`Of ${group} people there are too few to judge by.`, ""];
      return [
        `${group} people whom neither has seen (${Math.max(...own.map(({ people }) => people))})`,
        `${"".padEnd(12)}${["champion", "challenger", "lead"].map((head) => head.padStart(12)).join("")}  95 % interval`,
        ...own.map(lineOf),
        "",
      ];
    }),
    ...guardrails.map(guardrailLine),
    "",
  ].join("\n");
}

const signed = (value: number): string => `${value < 0 ? "-" : "+"}${Math.abs(value).toFixed(3)}`;

const lineOf = ({
  column,
  champion,
  challenger,
  lead: {
    mean,
    interval: [low, high],
  },
  is,
}: Comparison): string =>
  `${column.padEnd(12)}${champion.toFixed(3).padStart(12)}${challenger.toFixed(3).padStart(12)}${signed(mean).padStart(12)}  ${signed(low)} to ${signed(high)}  ${is}`;

const guardrailLine = ({ name, champion, challenger, holds }: Guardrail): string =>
  `${holds ? "holds " : "BROKEN"}  ${name}: ${shown(champion)} -> ${shown(challenger)}`;

const shown = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(3));
