/** A country or a language, either of which will do: "una peli mexicana o española". Pure. */
import { MOST_OF_A_LIST, type MovieRequest } from "../request.ts";
import { isOrigin } from "./origins-told.ts";
import type { Polarity } from "./polarity.ts";
import type { Read } from "./things.ts";
import type { Token } from "./tokens.ts";

const EITHER = /^(?:or|o|u|ou|oder|y|e|et|und|and)$/;
/** Where most films in a language are from. */
const COUNTRIES_OF: Readonly<Record<string, readonly string[]>> = {
  fr: ["FR", "BE"],
  es: ["ES"],
  it: ["IT"],
  de: ["DE", "AT"],
  pt: ["PT"],
  ja: ["JP"],
  ko: ["KR"],
  zh: ["CN", "HK", "TW"],
  hi: ["IN"],
  ru: ["RU"],
  sv: ["SE"],
  da: ["DK"],
  no: ["NO"],
  fi: ["FI"],
  is: ["IS"],
  nl: ["NL"],
  pl: ["PL"],
  cs: ["CZ"],
  hu: ["HU"],
  ro: ["RO"],
  el: ["GR"],
  tr: ["TR"],
  fa: ["IR"],
  he: ["IL"],
  th: ["TH"],
  vi: ["VN"],
  id: ["ID"],
  uk: ["UA"],
};

/** Of a country and a language side by side both are countries, of which any will do; as filters each would hold. */
export function settleEitherOrigin(
  request: MovieRequest,
  tokens: readonly Token[],
  things: readonly Read[],
  polarities: readonly Polarity[],
): void {
  if (request.languages.length === 0 || request.countries.length === 0) return;
  const origins = things.filter((thing, i) => polarities[i] === "in" && isOrigin(thing));
  const isPair = origins.some((thing, i) => {
    const end = thing.at + thing.length;
    return origins[i + 1]?.at === end + 1 && EITHER.test(tokens[end]!.word);
  });
  const known = request.languages.map((language) => COUNTRIES_OF[language]);
  if (!isPair || known.includes(undefined)) return;
  const countries = known.flatMap((some) => some ?? []);
  request.countries = [...new Set([...request.countries, ...countries])].slice(0, MOST_OF_A_LIST);
  request.languages = [];
}
