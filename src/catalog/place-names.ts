/** From the codes by which requests name languages and countries to the names by which facts do. */

const LANGUAGES = new Intl.DisplayNames("en", { type: "language" });
const COUNTRIES = new Intl.DisplayNames("en", { type: "region" });

/** A language that facts know by several names. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  zh: ["Chinese", "Mandarin", "Cantonese"],
  sr: ["Serbian", "Serbo-Croatian"],
  hr: ["Croatian", "Serbo-Croatian"],
  bs: ["Bosnian", "Serbo-Croatian"],
  tl: ["Tagalog", "Filipino"],
  no: ["Norwegian"],
  nb: ["Norwegian"],
};
const NAMED_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  HK: ["Hong Kong"],
  CZ: ["Czech Republic", "Czechoslovakia"],
  TR: ["Turkey"],
  DE: ["Germany", "West Germany", "East Germany"],
  RU: ["Russia", "Soviet Union"],
  RS: ["Serbia", "Yugoslavia"],
  HR: ["Croatia", "Yugoslavia"],
  BA: ["Bosnia and Herzegovina", "Yugoslavia"],
  CD: ["Democratic Republic of the Congo"],
};

/** @param code ISO 639-1, lower case */
export const languageNames = (code: string): readonly string[] => ALSO[code] ?? [LANGUAGES.of(code) ?? code];

/** With the states it was part of. @param code ISO 3166-1 alpha-2, upper case */
export const countryNames = (code: string): readonly string[] =>
  NAMED_OTHERWISE[code] ?? [COUNTRIES.of(code) ?? code];
