/** Where the films of a language are from, for who asks for "a Spanish film". */
import type { FactIndex } from "../catalog/fact-index.ts";

/** By the English name of the language, the English names of countries. */
const SPOKEN_IN: Readonly<Record<string, readonly string[]>> = {
  Spanish: [
    "Spain",
    "Mexico",
    "Argentina",
    "Chile",
    "Colombia",
    "Peru",
    "Cuba",
    "Uruguay",
    "Venezuela",
    "Bolivia",
    "Ecuador",
    "Paraguay",
    "Guatemala",
    "Panama",
    "Costa Rica",
    "Dominican Republic",
  ],
  French: [
    "France",
    "Belgium",
    "Canada",
    "Switzerland",
    "Luxembourg",
    "Senegal",
    "Morocco",
    "Algeria",
    "Tunisia",
  ],
  German: ["Germany", "West Germany", "East Germany", "Austria", "Switzerland"],
  Italian: ["Italy", "Switzerland"],
  Portuguese: ["Portugal", "Brazil"],
  Japanese: ["Japan"],
  Korean: ["South Korea", "North Korea"],
  Russian: ["Russia", "Soviet Union"],
  Swedish: ["Sweden", "Finland"],
  Danish: ["Denmark"],
  Norwegian: ["Norway"],
  Finnish: ["Finland"],
  Icelandic: ["Iceland"],
  Dutch: ["Netherlands", "Belgium"],
  Polish: ["Poland"],
  Czech: ["Czech Republic", "Czechoslovakia"],
  Hungarian: ["Hungary"],
  Turkish: ["Turkey"],
  Persian: ["Iran"],
  Thai: ["Thailand"],
};

type Origins = Pick<FactIndex, "isMainlyIn" | "isMainlyFrom" | "knowsCountries">;

/** Whether a film is at home in a language: spoken in it first of all, and not from where another is. */
export function isAtHomeIn(facts: Origins, row: number, language: string): boolean {
  const countries = SPOKEN_IN[language];
  return (
    facts.isMainlyIn(row, language) &&
    (!countries ||
      !facts.knowsCountries(row) ||
      countries.some((country) => facts.isMainlyFrom(row, country)))
  );
}
