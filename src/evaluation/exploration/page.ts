/** What is in a data set, as one page that needs nothing else. */
import { escaped } from "../../files/html.ts";
import { NARROW, STYLE, WIDE } from "../page/theme.ts";
import { barChart, coverageChart, tailChart, togetherChart } from "./charts.ts";
import type { Exploration } from "./facts.ts";

export function explorationPage(found: Exploration): string {
  const title = `What is in ${escaped(found.name)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>
<h1>${title}</h1>
<p>${escaped(inShort(found))}</p>
</header>
${sectionsOf(found).join("\n")}
</main>
</body>
</html>
`;
}

const grouped = (count: number): string => count.toLocaleString("en");
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const inShort = ({ ratings, users, movies, density, meanStars }: Exploration): string =>
  `${grouped(ratings)} ratings by ${grouped(users)} people of ${grouped(movies)} movies: ${(100 * density).toFixed(2)} % of all pairs. The mean is ${meanStars.toFixed(2)} stars.`;

function sectionsOf(found: Exploration): string[] {
  const { stars, activity, longTail, coldStart, years, decades, countries } = found;
  const tenth = longTail.find(([movies]) => movies >= 0.1)?.[1] ?? 0;
  return [
    section("Stars", "How often each number of stars was given.", (width) => barChart(stars, "stars", width)),
    section("Activity", "How many people gave so many ratings, in doublings.", (width) =>
      barChart(activity, "ratings of one person", width),
    ),
    section(
      "The long tail",
      `The most rated tenth of the movies has ${percent(tenth)} of the ratings. Dashed: were all rated alike.`,
      (width) => tailChart(longTail, width),
    ),
    `<section>
<h2>Cold starts</h2>
<p>Whom and what hardly anything is known of.</p>
<div class="table"><table><tbody>${coldStart.map(({ label, share }) => `<tr><th>${escaped(label)}</th><td>${percent(share)}</td></tr>`).join("")}</tbody></table></div>
</section>`,
    ...(found.genres.length > 1
      ? [
          section(
            "Genres together",
            "Of a row’s movies, how many in a hundred are also of the column’s genre.",
            (width) => togetherChart(found, width),
          ),
        ]
      : []),
    ...(years.length > 0
      ? [section("Time", "When ratings were given.", (width) => barChart(years, "year", width))]
      : []),
    ...(decades.length > 0
      ? [
          section("Decades", "When the movies are from, and how many of the ratings they have.", (width) =>
            coverageChart(decades, width),
          ),
        ]
      : []),
    ...(countries.length > 0
      ? [
          section(
            "Countries",
            "Where the movies are from, as far as that is known; one of several countries counts for each.",
            (width) => coverageChart(countries, width),
          ),
        ]
      : []),
  ];
}

const section = (title: string, sentence: string, chart: (width: number) => string): string => `<section>
<h2>${title}</h2>
<figure><figcaption>${escaped(sentence)}</figcaption><div class="wide">${chart(WIDE)}</div><div class="narrow">${chart(NARROW)}</div></figure>
</section>`;
