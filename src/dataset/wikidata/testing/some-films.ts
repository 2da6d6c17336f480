/** A small Wikidata in its own form: two films with everything, one with hardly anything, and what is easily got wrong. */

const PREFIXES = `
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix p: <http://www.wikidata.org/prop/> .
@prefix ps: <http://www.wikidata.org/prop/statement/> .
@prefix psv: <http://www.wikidata.org/prop/statement/value/> .
@prefix pq: <http://www.wikidata.org/prop/qualifier/> .
@prefix s: <http://www.wikidata.org/entity/statement/> .
@prefix v: <http://www.wikidata.org/value/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;

let statements = 0;

/** Of an item: the property's best value, as the item itself and as a statement of its own. */
function best(item: string, property: string, value: string, more = ""): string {
  const id = `s:${statements++}`;
  return `wd:${item} p:${property} ${id} . ${id} a wikibase:BestRank ; ps:${property} ${value} ${more} .\n`;
}
/** A statement that a better one stands beside. */
function lesser(item: string, property: string, value: string): string {
  const id = `s:${statements++}`;
  return `wd:${item} p:${property} ${id} . ${id} ps:${property} ${value} .\n`;
}
const minutes = (item: string, amount: number, unit = "Q7727") => {
  const node = `v:${statements}`;
  return (
    best(item, "P2047", amount.toString(), `; psv:P2047 ${node}`) +
    `${node} wikibase:quantityAmount "${amount}"^^xsd:decimal ; wikibase:quantityUnit wd:${unit} .\n`
  );
};
const date = (item: string, day: string, precision: number) => {
  const node = `v:${statements}`;
  const moment = `"${day}T00:00:00Z"^^xsd:dateTime`;
  return (
    best(item, "P577", moment, `; psv:P577 ${node}`) +
    `${node} wikibase:timeValue ${moment} ; wikibase:timePrecision ${precision} .\n`
  );
};
const called = (item: string, name: string, language = "en") =>
  `wd:${item} rdfs:label "${name}"@${language} .\n`;
const page = (item: string, site: string, title: string) =>
  `<https://${site}/wiki/${encodeURIComponent(title)}> schema:about wd:${item} ; schema:isPartOf <https://${site}/> ; schema:name "${title}"@en .\n`;

export const HEAT = "tt0113277";
export const PARASITE = "tt6751668";
export const HARDLY_KNOWN = "tt0000042";

export const SOME_FILMS =
  PREFIXES +
  // Heat: four in the cast, two of whom have places
  `wd:Q42198 wdt:P345 "${HEAT}" .\n` +
  called("Q42198", "Heat") +
  called("Q42198", "Heat nach Michael Mann", "de") +
  page("Q42198", "en.wikipedia.org", "Heat (1995 film)") +
  page("Q42198", "de.wikipedia.org", "Heat (1995)") +
  best("Q42198", "P57", "wd:Q10") +
  lesser("Q42198", "P57", "wd:Q99") +
  best("Q42198", "P161", "wd:Q13") +
  best("Q42198", "P161", "wd:Q12", `; pq:P1545 "2"`) +
  best("Q42198", "P161", "wd:Q11", `; pq:P1545 "1"`) +
  best("Q42198", "P161", "wd:Q14") +
  best("Q42198", "P161", "_:somebody") +
  minutes("Q42198", 170) +
  minutes("Q42198", 2.5, "Q25235") +
  minutes("Q42198", 10200, "Q11574") +
  minutes("Q42198", 3, "Q199") +
  date("Q42198", "1996-02-15", 11) +
  date("Q42198", "1995-01-01", 9) +
  date("Q42198", "1995-12-15", 11) +
  best("Q42198", "P495", "wd:Q30") +
  best("Q42198", "P364", "wd:Q1860") +
  best("Q42198", "P136", "wd:Q959790") +
  // another item that gives the same IMDb id, and says less
  `wd:Q42199 wdt:P345 "${HEAT}" .\n` +
  called("Q42199", "Heat (soundtrack)") +
  best("Q42199", "P57", "wd:Q99") +
  // Parasite: awards of its own, of people for it, and of others
  `wd:Q61448040 wdt:P345 "${PARASITE}" .\n` +
  called("Q61448040", "Parasite", "mul") +
  best("Q61448040", "P57", "wd:Q20") +
  best("Q61448040", "P161", "wd:Q14") +
  minutes("Q61448040", 132) +
  date("Q61448040", "2019-05-01", 10) +
  best("Q61448040", "P495", "wd:Q884") +
  best("Q61448040", "P364", "wd:Q9176") +
  best("Q61448040", "P144", "wd:Q500") +
  best("Q61448040", "P179", "wd:Q600", `; pq:P1545 "1"`) +
  best("Q61448040", "P921", "wd:Q700") +
  `wd:Q102427 wdt:P31 wd:Q19020 . wd:Q103360 wdt:P31 wd:Q19020 . wd:Q107258 wdt:P31 wd:Q19020 . wd:Q281939 wdt:P31 wd:Q19020 . wd:Q179808 wdt:P31 wd:Q1 .\n` +
  best("Q61448040", "P166", "wd:Q102427") +
  best("Q61448040", "P166", "wd:Q179808") + // the Golden Palm is none of theirs
  best("Q61448040", "P1411", "wd:Q102427") +
  best("Q61448040", "P1411", "wd:Q281939") +
  best("Q61448040", "P1411", "wd:Q281939") +
  best("Q20", "P166", "wd:Q103360", "; pq:P1686 wd:Q61448040") +
  best("Q20", "P166", "wd:Q107258", "; pq:P1686 wd:Q61448040") +
  best("Q21", "P166", "wd:Q107258", "; pq:P1686 wd:Q61448040") + // who shares it
  `wd:Q3 wdt:P345 "${HARDLY_KNOWN}" .\n` +
  called("Q10", "Michael Mann") +
  called("Q10", "Michael Mann everywhere", "mul") +
  called("Q11", "Al Pacino") +
  called("Q12", "Robert De Niro", "mul") +
  called("Q13", "Val Kilmer") +
  called("Q14", "Somebody of Two") +
  called("Q20", "Bong Joon-ho") +
  called("Q102427", "Academy Award for Best Picture") +
  called("Q103360", "Academy Award for Best Director") +
  called("Q107258", "Academy Award for Best Original Screenplay");
