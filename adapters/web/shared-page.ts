/** What a link opens by which somebody shows others something of theirs: a page of HTML, without a script. */
import type { Movie } from "../../src/catalog/movie.ts";
import { titleWithYear } from "../../src/catalog/title-with-year.ts";
import { leansTo } from "../../src/conversation/wording.ts";
import type { Shareable } from "../../src/intent/acts.ts";
import { escapeHtml } from "./html.ts";

/** A film as it stands on the page. */
export interface SharedFilm {
  readonly movie: Pick<Movie, "title" | "year">;
  /** What it is about. */
  readonly line?: string | undefined;
  readonly poster: string;
}

export interface Shown {
  readonly what: Shareable;
  readonly films: readonly SharedFilm[];
  /** Of how many these are the first. */
  readonly total: number;
  /** What they lean to. */
  readonly genres: readonly string[];
  /** What those want said whose pictures are shown. */
  readonly notices: readonly string[];
}

const TITLE: Readonly<Record<Shareable, string>> = { list: "Films to watch", taste: "A taste in films" };
const TOLD: Readonly<Record<Shareable, string>> = {
  list: "What somebody keeps to watch later, the latest first.",
  taste: "What somebody loves and likes, the favourites first.",
};

export function sharedPageOf({ what, films, total, genres, notices }: Shown): string {
  const left = total - films.length;
  const lines = [
    TOLD[what],
    ...(genres.length > 0 ? [leansTo(genres)] : []),
    "It is shown as it stands now, and changes as they go on.",
  ];
  return pageOf(
    TITLE[what],
    `<p>${escapeHtml(lines.join(" "))}</p>`,
    `${films.length === 0 ? "<p>There is nothing on it just now.</p>" : `<ol>${films.map(filmHtml).join("\n")}</ol>`}
${left > 0 ? `<p>And ${left} more.</p>` : ""}`,
    ["Whoever shared this can withdraw it at any time.", ...notices],
  );
}

export const nothingSharedPage = (): string =>
  pageOf(
    "Nothing is shared here",
    "<p>Whoever shared this has withdrawn it, or the link is not complete.</p>",
    "",
    [],
  );

const filmHtml = ({ movie, line, poster }: SharedFilm): string =>
  `<li><img src="${escapeHtml(poster)}" alt="" width="600" height="900" loading="lazy">
<div><h2>${escapeHtml(titleWithYear(movie))}</h2>${line === undefined ? "" : `<p>${escapeHtml(line)}</p>`}</div></li>`;

const pageOf = (title: string, intro: string, main: string, notes: readonly string[]): string =>
  `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">
<title>${title} - Matinee</title><meta property="og:title" content="${title}"><meta property="og:site_name" content="Matinee">
<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/shared/style.css"></head>
<body><header><h1>${title}</h1>${intro}</header>
<main>${main}</main>
<footer>${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join("")}<p><a href="/">Find a film for yourself with Matinee</a></p></footer>
</body></html>
`;
