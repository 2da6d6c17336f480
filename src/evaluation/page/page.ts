/** The evaluation as one page that needs nothing else: no script, no font, no picture from elsewhere. */
import { escaped } from "../../files/html.ts";
import type { AnyComparison, SessionsComparison } from "../comparisons.ts";
import type { MappedMovie } from "../movie-map.ts";
import { PRODUCT } from "../report.ts";
import { answersChart } from "./answers-chart.ts";
import { type Calibration, calibrationChart } from "./calibration-chart.ts";
import { mapChart } from "./map-chart.ts";
import { popularityChart } from "./popularity-chart.ts";
import { qualityChart } from "./quality-chart.ts";
import { standingsOf } from "./standings.ts";
import { htmlTable } from "./table.ts";
import { isNarrow, NARROW, STYLE, WIDE } from "./theme.ts";
import { type View, viewOf } from "./view.ts";

export interface PageInput {
  readonly comparisons: readonly AnyComparison[];
  readonly map: readonly MappedMovie[];
}

export function page({ comparisons, map }: PageInput): string {
  const sessions = comparisons.filter((comparison) => comparison.protocol === "sessions");
  const others = comparisons.filter(({ protocol }) => protocol !== "sessions").map(viewOf);
  const views = comparisons.map(viewOf);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>How good Matinee's suggestions are</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>
<h1>How good Matinee’s suggestions are</h1>
<p>Every model plays the same people, on the same splits, by the same measures. <b>${PRODUCT}</b> is what people get. Bars and brackets are 95 % bootstrap intervals over people. In the tables, <i class="ahead">▲</i> marks a model ahead of ${PRODUCT}, <i class="level">=</i> one level with it and <i class="behind">▼</i> one behind, by the paired bootstrap over the same people.</p>
</header>
<section>
<h2>Where it leads, and where not</h2>
<ul>${views.map((view) => `<li>${escaped(standingsOf(view))}</li>`).join("")}</ul>
</section>
${sessions.map(sessionsSection).join("\n")}
${others.map(section).join("\n")}
${calibrationSection(comparisons)}
${mapSection(map)}
</main>
</body>
</html>
`;
}

const figure = (sentence: string, chart: (width: number) => string): string =>
  `<figure><figcaption>${escaped(sentence)}</figcaption><div class="wide">${chart(WIDE)}</div><div class="narrow">${chart(NARROW)}</div></figure>`;

/** On a phone only the first column is drawn; the table has them all. */
const section = (view: View): string => `<section>
<h2>${escaped(view.title)}</h2>
<p>${escaped(view.about)}</p>
${figure("Each model’s mean and its 95 % interval, best first.", (width) =>
  qualityChart(isNarrow(width) ? { ...view, columns: view.columns.slice(0, 1) } : view, width),
)}
${htmlTable(view)}
</section>`;

function sessionsSection(comparison: SessionsComparison): string {
  return `${section(viewOf(comparison)).replace(/<\/section>$/, "")}
${figure(
  "What answers bring: how well the ten best are ranked after so many answers, the favourites not counted. The movies to be found stay the same.",
  (width) => answersChart(comparison, width),
)}
${figure(
  "Popularity against accuracy: further right, what is suggested has been rated more often; higher up, more of it is what people like. The larger a dot, the more of the catalogue is suggested to anybody.",
  (width) => popularityChart(comparison, width),
)}
</section>`;
}

function calibrationSection(comparisons: readonly AnyComparison[]): string {
  const calibration = calibrationOf(comparisons);
  if (!calibration) return "";
  return `<section>
<h2>Whether scores mean what they say</h2>
${figure(
  "The rated movies of people never seen, in tenths by the score their four favourites give them: the higher the score, the more of them are liked. Beside it, stars that were predicted against stars that were given; on the dashed line a prediction is right on average.",
  (width) => calibrationChart(calibration, width),
)}
</section>`;
}

/** Of the first sessions, and of the best of the models that predict stars. */
function calibrationOf(comparisons: readonly AnyComparison[]): Calibration | undefined {
  const sessions = comparisons.find((comparison) => comparison.protocol === "sessions");
  if (!sessions) return undefined;
  const ratings = comparisons.find((comparison) => comparison.protocol === "rating prediction");
  const [best] = [...(ratings?.rows ?? [])].sort((a, b) => a.rmse.mean - b.rmse.mean);
  return {
    likes: sessions.calibration,
    ...(best && { stars: { model: best.name, points: best.calibration } }),
  };
}

const mapSection = (map: readonly MappedMovie[]): string => `<section>
<h2>The space the movies live in</h2>
${figure(
  `The ${map.length.toLocaleString("en")} most rated movies by their embeddings, brought from many dimensions to two (UMAP): movies that the same people like lie near each other. No genre was shown to the training; the colours are a check. Of a movie’s genres the one first in the legend is shown. The axes have no meaning.`,
  (width) => mapChart(map, width),
)}
</section>`;
