/**
 * What is asked of Wikidata, in SPARQL. An answer is a list of fields of films, one a row, so that many casts and many
 * countries do not multiply each other. Each question names the films or people it is about: it stays as long as it is,
 * however much Wikidata grows, and is the same whenever it is asked again.
 */

const PREFIXES = `PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX psv: <http://www.wikidata.org/prop/statement/value/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <http://schema.org/>`;

/** English is where a name is the same in all languages as well: then Wikidata has it once, for "mul". */
const LANGUAGES = `"en", "mul"`;

/** Properties whose values are items. */
const ITEMS = {
  director: "P57",
  genre: "P136",
  basedOn: "P144",
  series: "P179",
  language: "P364",
  country: "P495",
  subject: "P921",
} as const;

/** Fields of the rows that filmsQuery gives. `detail` is what comes with the value. */
export type FilmField =
  | keyof typeof ITEMS
  /** Place in the credits, where known. */
  | "cast"
  /** A number; its unit's item. */
  | "duration"
  /** A moment; how exact it is, by Wikibase's scale: 9 a year, 10 a month, 11 a day. */
  | "date"
  /** The language. */
  | "label"
  /** The page's title on the English Wikipedia. */
  | "page"
  /** An award; the statement, so that two of a kind are told apart. */
  | AwardField
  | `${AwardField} by a person`;
export type AwardField = "won" | "nominated";

const item = (field: keyof typeof ITEMS, property: string) =>
  `{ ?film p:${property} ?statement . ?statement a wikibase:BestRank ; ps:${property} ?value . BIND("${field}" AS ?field) }`;

/** Q19020: the Academy Awards. Some stand with the person who got them, "for work" (P1686). */
const award = (field: AwardField, property: string) =>
  `{ ?film p:${property} ?detail . ?detail ps:${property} ?value . ?value wdt:P31 wd:Q19020 . BIND("${field}" AS ?field) }
  UNION
  { ?detail pq:P1686 ?film ; ps:${property} ?value . ?value wdt:P31 wd:Q19020 . BIND("${field} by a person" AS ?field) }`;

const typedKeys = <K extends string>(record: Readonly<Record<K, unknown>>) => Object.keys(record) as K[];

/** Everything that is taken of these films: ?imdb ?film ?field ?value ?detail. @param imdbIds "tt0113277" */
export function filmsQuery(imdbIds: readonly string[]): string {
  const fields = [
    ...typedKeys(ITEMS).map((field) => item(field, ITEMS[field])),
    `{ ?film p:P161 ?statement . ?statement a wikibase:BestRank ; ps:P161 ?value .
    OPTIONAL { ?statement pq:P1545 ?detail . } BIND("cast" AS ?field) }`,
    `{ ?film p:P2047 ?statement . ?statement a wikibase:BestRank ; psv:P2047 ?node .
    ?node wikibase:quantityAmount ?value ; wikibase:quantityUnit ?detail . BIND("duration" AS ?field) }`,
    `{ ?film p:P577 ?statement . ?statement a wikibase:BestRank ; psv:P577 ?node .
    ?node wikibase:timeValue ?value ; wikibase:timePrecision ?detail . BIND("date" AS ?field) }`,
    `{ ?film rdfs:label ?value . BIND(LANG(?value) AS ?detail) FILTER(LANG(?value) IN (${LANGUAGES})) BIND("label" AS ?field) }`,
    `{ ?article schema:about ?film ; schema:isPartOf <https://en.wikipedia.org/> ; schema:name ?value . BIND("page" AS ?field) }`,
    award("won", "P166"),
    award("nominated", "P1411"),
  ];
  return `${PREFIXES}
SELECT DISTINCT ?imdb ?film ?field ?value ?detail WHERE {
  VALUES ?imdb { ${imdbIds.map((id) => `"${id}"`).join(" ")} }
  ?film wdt:P345 ?imdb .
  ${fields.join("\n  UNION\n  ")}
}`;
}

/** What these items are called: ?item ?value ?detail, the language. @param ids "Q42" */
export function namesQuery(ids: readonly string[]): string {
  return `${PREFIXES}
SELECT ?item ?value ?detail WHERE {
  VALUES ?item { ${ids.map((id) => `wd:${id}`).join(" ")} }
  ?item rdfs:label ?value .
  BIND(LANG(?value) AS ?detail)
  FILTER(LANG(?value) IN (${LANGUAGES}))
}`;
}
