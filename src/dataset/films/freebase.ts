/** Running times, countries and languages of films to 2012, as the CMU Movie Summary Corpus took them from Freebase (CC BY-SA). */
import type { SourceFolder } from "../source-folder.ts";
import { FILM_FILES } from "./files.ts";
import { tableRows } from "./lines.ts";
import type { SourceFilm } from "./source-film.ts";

const COLUMNS = [
  "wikipediaId",
  "freebaseId",
  "title",
  "released",
  "revenue",
  "runtime",
  "languages",
  "countries",
  "genres",
] as const;

/** A running time beyond these is a slip: seconds, or a series. */
const SHORTEST_MINUTES = 5;
const LONGEST_MINUTES = 600;

/** As this project names countries elsewhere. */
const COUNTRY: Readonly<Record<string, string>> = {
  "United States of America": "United States",
  "Weimar Republic": "Germany",
  "Nazi Germany": "Germany",
  England: "United Kingdom",
  Scotland: "United Kingdom",
  Wales: "United Kingdom",
  "Kingdom of Great Britain": "United Kingdom",
  "Slovak Republic": "Slovakia",
  Burma: "Myanmar",
  Korea: "South Korea",
  "Republic of Macedonia": "North Macedonia",
};
/** Of several languages that Freebase tells apart, the one people ask for. */
const LANGUAGE: Readonly<Record<string, string>> = {
  "Standard Mandarin": "Mandarin",
  "Mandarin Chinese": "Mandarin",
  "Standard Cantonese": "Cantonese",
  "Farsi, Western": "Persian",
  Castilian: "Spanish",
  "Khmer, Central": "Khmer",
  "Egyptian Arabic": "Arabic",
  "American English": "English",
  "Brazilian Portuguese": "Portuguese",
};

export async function readFreebaseFilms(folder: SourceFolder): Promise<SourceFilm[]> {
  const films: SourceFilm[] = [];
  for await (const row of tableRows(folder, FILM_FILES.freebase, ["title"], {
    delimiter: "\t",
    columns: COLUMNS,
    unquoted: true,
  })) {
    const { title = "", released = "", runtime = "" } = row;
    const year = Number(/^\d{4}/.exec(released)?.[0]);
    const minutes = Math.round(Number(runtime));
    if (title === "" || !(year > 1870)) continue;
    films.push({
      titles: [title],
      year,
      directors: [],
      cast: [],
      ...(minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES && { runtimeMinutes: minutes }),
      countries: distinct(labels(row.countries).map((name) => COUNTRY[name] ?? name)),
      languages: distinct(
        labels(row.languages)
          .filter((name) => name !== "Silent film")
          .map((name) => name.replace(/ [Ll]anguage$/, ""))
          .map((name) => LANGUAGE[name] ?? name),
      ),
    });
  }
  return films;
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)];

/** {"/m/02h40lc": "English Language"} */
function labels(json = "{}"): string[] {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null
      ? Object.values(value).filter((name) => typeof name === "string")
      : [];
  } catch {
    return []; // one film's list is cut off; the rest of its row stands
  }
}
