/** Figures as they may be shown: nothing is broken down to a few people. Pure. */
import { VERDICTS, type Verdict } from "../../src/recommender/feedback.ts";
import type { DayFigures } from "../../src/store/figures.ts";

/** Of fewer than these nothing is said. */
const FEWEST = 5;
/** Of the normal distribution, for 95 %. */
const Z = 1.96;

export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

type Shared = Verdict | "unanswered";

/** Null for what is said of nobody. */
export interface Reported {
  readonly day: string;
  readonly platform: string | null;
  readonly people: number | null;
  readonly suggestions: number | null;
  readonly answers: Record<Verdict, number> | null;
  readonly unanswered: number | null;
  readonly shares: Record<Shared, Share> | null;
}

/**
 * Each day by platform where there were enough people on each of them, else all together; what is left of one platform
 * could be told from the sum and the others.
 *
 * @param figures by day
 */
export function reported(figures: readonly DayFigures[]): Reported[] {
  const days = [...new Set(figures.map(({ day }) => day))];
  return days.flatMap((day) => {
    const platforms = figures.filter((one) => one.day === day);
    const enough = platforms.every(({ people }) => people >= FEWEST);
    if (enough) return platforms.map((one) => told(day, one.platform, one));
    const all = together(platforms);
    return [all.people >= FEWEST ? told(day, null, all) : untold(day)];
  });
}

type Sums = Pick<DayFigures, "people" | "suggestions" | "answers">;

function together(platforms: readonly Sums[]): Sums {
  const sum = (of: (one: Sums) => number) => platforms.reduce((total, one) => total + of(one), 0);
  const answers = Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, sum(({ answers: all }) => all[verdict])]),
  ) as Record<Verdict, number>;
  return { people: sum(({ people }) => people), suggestions: sum(({ suggestions }) => suggestions), answers };
}

function told(day: string, platform: string | null, { people, suggestions, answers }: Sums): Reported {
  const answered = VERDICTS.reduce((total, verdict) => total + answers[verdict], 0);
  const unanswered = Math.max(0, suggestions - answered);
  const of = Math.max(suggestions, answered);
  const counts: readonly (readonly [Shared, number])[] = [
    ...VERDICTS.map((verdict) => [verdict, answers[verdict]] as const),
    ["unanswered", unanswered],
  ];
  return {
    day,
    platform,
    people,
    suggestions,
    answers: { ...answers },
    unanswered,
    shares:
      of === 0
        ? null
        : (Object.fromEntries(counts.map(([what, count]) => [what, shareOf(count, of)])) as Record<
            Shared,
            Share
          >),
  };
}

const untold = (day: string): Reported => ({
  day,
  platform: null,
  people: null,
  suggestions: null,
  answers: null,
  unanswered: null,
  shares: null,
});

/** The score interval of Wilson, J. Am. Stat. Assoc. 22(158), 1927: of use for few trials and for shares near 0 and 1. */
export function shareOf(count: number, of: number): Share {
  const share = count / of;
  const middle = (share + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
  const half = (Z / (1 + Z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
