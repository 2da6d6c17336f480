/** From the codes by which requests name languages and countries to the names by which facts do. */
import { once } from "./once.ts";

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
  GE: ["Georgia", "Georgian SSR"],
  PS: ["Palestine", "Palestinian territories", "Palestinian Territories", "Mandatory Palestine"],
  CD: ["Democratic Republic of the Congo"],
};

/** The countries of a region that films are from, by UN M49. */
const NORDIC = "SE DK NO FI IS";
const EASTERN = "PL CZ SK HU RO BG RU UA BY RS HR BA SI MK ME AL GE EE LV LT";
const REGIONS: Readonly<Record<string, string>> = {
  "150": `FR GB DE IT ES IE BE NL AT CH PT GR LU MT CY ${NORDIC} ${EASTERN}`,
  "154": NORDIC,
  "151": EASTERN,
  "142": "JP KR CN HK TW IN TH VN ID PH MY SG IR IL TR KZ PK BD LK NP MN KH",
  "002": "ZA EG NG SN MA TN DZ KE ET ML BF CM GH",
  "419": "MX AR BR CL CO PE CU UY VE BO EC GT",
  "145": "IR IL TR LB EG SA JO PS IQ SY AE",
};
/** As people call them. */
const REGION_NAMES: Readonly<Record<string, string>> = { "154": "Scandinavia" };

/** @param code ISO 639-1, lower case */
export const languageNames = (code: string): readonly string[] => ALSO[code] ?? [LANGUAGES.of(code) ?? code];

/** With the states it was part of; of a region its name, then those of its countries. @param code ISO 3166-1 alpha-2 or UN M49 */
export const countryNames = (code: string): readonly string[] => {
  const within = REGIONS[code];
  const name = REGION_NAMES[code] ?? COUNTRIES.of(code) ?? code;
  return within ? [name, ...within.split(" ").flatMap(countryNames)] : (NAMED_OTHERWISE[code] ?? [name]);
};

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Parts of countries, and what several of them are called together. */
const CALLED_COUNTRIES = "england scotland wales ireland korea holland russia scandinavia africa".split(" ");

const countries = once(
  () =>
    new Set([
      ...CALLED_COUNTRIES,
      ...LETTERS.flatMap((one) => LETTERS.map((two) => one + two))
        .filter((code) => COUNTRIES.of(code) !== code)
        .flatMap((code) => [COUNTRIES.of(code)!, ...countryNames(code)])
        .map((name) => name.toLowerCase()),
    ]),
);

/** Whether a country is called so, in lower case: "italy", "soviet union", but not "italian". */
export const isCountry = (name: string): boolean => countries().has(name);
