/** Kinds of stories that are both told in their words and near in what the whole means: "the neon city at night kind". Pure. */
import type { NearPlots } from "../../catalog/about/near-plots.ts";
import type { Plot } from "../../catalog/about/search-index.ts";
import type { PlotReader } from "../../catalog/about/told-plots.ts";
import { range } from "./range.ts";
import { type Run, sentencesOf } from "./sentences.ts";
import type { Token } from "./tokens.ts";
import { DENIES } from "./told-kinds.ts";

/** The words of a kind may stand in a text by chance, and a text may come near to one by chance: both at once are seldom chance. */
const AMONG_THE_NEAREST = 5;
const NEAR = 0.55;
const MOST_SENTENCES = 8;
const MOST_PARTS = 8;
/** In words: who says more tells of more than one thing. */
const MOST_WORDS = 30;
/** What is asked for, beside which stands what it is to be: "submarine movies", "something about twins". */
const ASKED_FOR =
  /^(?:movies?|films?|flicks?|stuff|something|anything|story|stories|ones?|kind|westerns|dramas|thrillers|comedies|mysteries|romances|musicals|documentaries)$/;
const ABOUT = /^(?:about|where|with|on)$/;
/** What was denied before is over. */
const ASKS =
  /^(?:want|wants|need|needs|gimme|give|recommend|suggest|looking|show|something|anything|movies?|films?|flicks?)$/;

export interface AgreedKind {
  readonly name: string;
  /** The words that tell it. */
  readonly told: string;
  /** Whether films are asked for in the same breath: else it may be told of whoever asks, "just got dumped". */
  readonly isAsked: boolean;
}

/**
 * The nearest first.
 *
 * @param isApart whether the token at a place tells nothing of a story: a title, a year, what is told of whoever asks
 */
export function kindsAgreed(
  tokens: readonly Token[],
  isApart: (at: number) => boolean,
  { storiesIn, storiesNear }: { readonly storiesIn: PlotReader; readonly storiesNear: NearPlots },
): AgreedKind[] {
  const found = new Map<Plot, AgreedKind & { readonly nearness: number }>();
  for (const { run, parts } of sentencesOf(tokens).slice(0, MOST_SENTENCES).flatMap(said(tokens))) {
    const places = range(run.from, run.to).filter((at) => !isApart(at));
    if (places.length > MOST_WORDS) continue;
    const words = places.map((at) => tokens[at]!.word).join(" ");
    const told = new Map(storiesIn(words).map(({ plot, said, from }) => [plot, { at: places[from]!, said }]));
    if (told.size === 0) continue;
    for (const { plot, nearness } of storiesNear(words).slice(0, AMONG_THE_NEAREST)) {
      const way = told.get(plot);
      if (way === undefined || nearness < NEAR) continue;
      const { at, said } = way;
      const part = parts.find(({ from, to }) => from <= at && at < to)!;
      const before = found.get(plot);
      found.set(plot, {
        name: plot.name,
        told: said,
        isAsked: before?.isAsked === true || has(tokens, part, ASKED_FOR),
        nearness: Math.max(nearness, before?.nearness ?? 0),
      });
    }
  }
  return [...found.values()].sort((a, b) => b.nearness - a.nearness);
}

/** A stretch of a sentence that denies nothing, and what stands between the commas of it. */
interface Said {
  readonly run: Run;
  readonly parts: readonly Run[];
}

/** The stretches of a sentence that deny nothing, and their parts by themselves. What is denied goes on in a list, until something is asked for. */
const said =
  (tokens: readonly Token[]) =>
  ({ from, to }: Run): Said[] => {
    const commas = range(from + 1, to).filter((at) => tokens[at]!.gap !== "space");
    const stretches: Run[][] = [[]];
    let isDenied = false;
    for (const [nth, begin] of [from, ...commas].slice(0, MOST_PARTS).entries()) {
      const part = { from: begin, to: commas[nth] ?? to };
      const denied = range(part.from, part.to).find((at) => DENIES.test(tokens[at]!.word));
      if (isDenied && (denied !== undefined || !has(tokens, part, ASKS))) continue;
      isDenied = denied !== undefined;
      if (denied !== part.from) stretches.at(-1)!.push({ from: part.from, to: denied ?? part.to });
      if (isDenied) stretches.push([]);
    }
    return stretches.flatMap((parts) => {
      if (parts.length === 0) return [];
      const whole = { run: { from: parts[0]!.from, to: parts.at(-1)!.to }, parts };
      const subjects = parts.flatMap((part) => {
        const about = range(part.from, part.to).find((at) => ABOUT.test(tokens[at]!.word));
        return about === undefined || about === part.from
          ? []
          : [{ run: { from: about + 1, to: part.to }, parts: [part] }];
      });
      const apart = parts.length === 1 ? [] : parts.map((part) => ({ run: part, parts: [part] }));
      return [whole, ...apart, ...subjects];
    });
  };

const has = (tokens: readonly Token[], { from, to }: Run, word: RegExp): boolean =>
  range(from, to).some((at) => word.test(tokens[at]!.word));
