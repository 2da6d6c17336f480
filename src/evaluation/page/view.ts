/** A comparison of any protocol as a table: what the page, the charts and the README show of it. */
import { type Score, standing } from "../bootstrap.ts";
import type {
  AnyComparison,
  RankingComparison,
  RatingsComparison,
  SessionsComparison,
} from "../comparisons.ts";
import { PRODUCT } from "../report.ts";

export interface View {
  /** "Sessions, ml-latest-small" */
  readonly title: string;
  /** What was done with whom, in a sentence or two. */
  readonly about: string;
  /** The first is what rows are ordered by. */
  readonly columns: readonly ViewColumn[];
  /** Best first. */
  readonly rows: readonly ViewRow[];
}

export interface ViewColumn {
  readonly label: string;
  readonly digits: number;
  readonly better: "higher" | "lower" | "neither";
  /** Numbers are shares, shown in percent. */
  readonly percent?: boolean;
}

export interface ViewRow {
  readonly name: string;
  /** [columns] */
  readonly figures: readonly Figure[];
}

export interface Figure {
  readonly mean: number;
  readonly interval?: Score["interval"];
  /** Where this row stands to the product; left out where the two are not compared. */
  readonly standing?: Standing;
}

export type Standing = "ahead" | "level" | "behind";

export function viewOf(comparison: AnyComparison): View {
  switch (comparison.protocol) {
    case "sessions":
      return sessionsView(comparison);
    case "ranking for known users":
      return rankingView(comparison);
    case "rating prediction":
      return ratingsView(comparison);
  }
}

function sessionsView({ dataset, folds, people, rows }: SessionsComparison): View {
  const measured = rows.every(({ popularityGap }) => popularityGap);
  return {
    title: `Sessions, ${dataset}`,
    about: `${people.toLocaleString("en")} people the models have never seen, in ${folds} folds. From a person's four favourites on, 20 movies are suggested one at a time, and each is answered from the person's other ratings before the next.${measured ? ` "Known, to liked": how many times as many ratings the suggested movies have as those that the person likes, in the geometric mean; 1.0 would be just as well known.` : ""}`,
    columns: [
      { label: "NDCG@10", digits: 3, better: "higher" },
      { label: "Recall@20", digits: 3, better: "higher" },
      { label: "hits in 20 turns", digits: 3, better: "higher" },
      { label: "liked, of rated", digits: 3, better: "higher" },
      { label: "distinct movies", digits: 1, better: "neither", percent: true },
      { label: "median ratings", digits: 0, better: "neither" },
      ...(measured ? [{ label: "known, to liked", digits: 1, better: "neither" } as const] : []),
      { label: "diversity", digits: 3, better: "neither" },
    ],
    rows: ordered(
      rows.map(({ name, scores, lead, distinctShare, medianPopularity, popularityGap, diversity }) => ({
        name,
        figures: [
          ...(["ndcg10", "recall20", "openHits", "knownPool"] as const).map((column) =>
            figure(scores[column], lead?.[column]),
          ),
          { mean: distinctShare },
          { mean: medianPopularity },
          ...(measured && popularityGap ? [times(popularityGap)] : []),
          { mean: diversity },
        ],
      })),
      "higher",
    ),
  };
}

const SPLITS: Readonly<Record<string, string>> = {
  quarter: "a quarter of each person's ratings, by chance",
  random: "a fifth of all ratings, by chance",
  hybrid: "a fifth of each person's ratings, by chance, and another fifth is kept for tuning",
  time: "each person's latest 15 % of ratings",
};

function rankingView({ dataset, split, rows }: RankingComparison): View {
  return {
    title: `Known users, ${dataset}, ${split} split`,
    about: `The models know everybody; held out is ${SPLITS[split] ?? split}. Each ranks the whole catalogue, and every movie held out counts as found, whatever its stars. The leading models are tuned for this; ${PRODUCT}, too, is fitted otherwise than in the chat, where it is asked what people like and not what they rate: with the weights, and where they are better with the embeddings of alternating least squares, that stand under known in data/models.yaml.`,
    columns: [
      { label: "NDCG@10", digits: 3, better: "higher" },
      { label: "Precision@10", digits: 3, better: "higher" },
      { label: "Recall@10", digits: 3, better: "higher" },
      { label: "MAP@10", digits: 3, better: "higher" },
      { label: "coverage", digits: 1, better: "neither", percent: true },
    ],
    rows: ordered(
      rows.map(({ name, scores, lead, coverage }) => ({
        name,
        figures: [
          ...(["ndcg10", "precision10", "recall10", "map10"] as const).map((column) =>
            figure(scores[column], lead?.[column]),
          ),
          { mean: coverage },
        ],
      })),
      "higher",
    ),
  };
}

function ratingsView({ dataset, split, rows, classicSvdValidationRmse }: RatingsComparison): View {
  const classic = classicSvdValidationRmse
    ? ` Classic SVD predicts none either; against its own transformed validation ratings its RMSE is ${classicSvdValidationRmse.toFixed(4)}.`
    : "";
  return {
    title: `Rating prediction, ${dataset}`,
    about: `How far predicted stars are off those given, lower is better; ${split}. ${PRODUCT} ranks movies and predicts no stars, so it has no row here.${classic}`,
    columns: [
      { label: "RMSE", digits: 4, better: "lower" },
      { label: "MAE", digits: 4, better: "lower" },
    ],
    rows: ordered(
      rows.map(({ name, rmse, mae }) => ({ name, figures: [figure(rmse), figure(mae)] })),
      "lower",
    ),
  };
}

const ordered = (rows: ViewRow[], better: "higher" | "lower"): ViewRow[] => {
  const sign = better === "higher" ? -1 : 1;
  return rows.sort((a, b) => sign * (a.figures[0]!.mean - b.figures[0]!.mean));
};

/** A difference of logarithms as what it multiplies by. */
const times = ({ mean, interval: [low, high] }: Score): Figure => ({
  mean: Math.exp(mean),
  interval: [Math.exp(low), Math.exp(high)],
});

/** @param lead the product's over this row */
const figure = ({ mean, interval }: Score, lead?: Score): Figure => ({
  mean,
  interval,
  ...(lead && { standing: OPPOSITE[standing(lead)] }),
});

const OPPOSITE = { ahead: "behind", level: "level", behind: "ahead" } as const;
