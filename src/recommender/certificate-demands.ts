/** What certificates that are asked for make of the movies of a model, the greater part of which has none that is known. */
import type { Model } from "../artifacts/model.ts";
import { type Certificate, isStricter, strictestOf } from "../catalog/certificates.ts";
import type { FactIndex } from "../catalog/fact-index.ts";
import type { Demand } from "./demand.ts";
import type { Filters } from "./filters.ts";
import { HAS_TRAIT } from "./trait-bounds.ts";

/** Given up after all that is wanted. */
const PRICE_OF_BREACH = 1_900;
/** A movie of which the certificate is not known is taken before anything else that is asked for is given up. */
const PRICE_OF_KNOWING = 0.5;

/** From then on films were rated PG-13: before, what is so today was rated PG. */
const PG_13_SINCE = 1984;
/** What no film has that may be seen without an adult, and what a film for the youngest has not either. */
const FOR_ADULTS = ["gore", "rape", "sex scenes", "nudity", "torture", "drugs", "profanity", "incest"];
const NOT_FOR_THE_YOUNG = ["violence", "abuse", "suicide", "serial killer"];

/** The mildest that asks for an adult beside whoever is younger. */
const WITH_AN_ADULT: Certificate = "R";
const WITH_PARENTS: Certificate = "PG";

/**
 * A movie with another certificate is no such film; of one that has none that is known what it has in it tells whether it could be, and
 * it is taken only where none is left of which it is known.
 */
export function certificateDemands(
  { certificates, mayBeUnrated = false }: Filters,
  { movies, traits }: Model,
  facts: FactIndex,
): Demand[] {
  const strictest = strictestOf(certificates);
  if (!strictest) return [];
  const spared = isStricter(strictest, WITH_PARENTS) ? FOR_ADULTS : [...FOR_ADULTS, ...NOT_FOR_THE_YOUNG];
  const columns = spared.flatMap((trait) => traits.get(trait) ?? []);
  const isStrong = (row: number) => columns.some((values) => values[row]! >= HAS_TRAIT);
  const isForAdults = !isStricter(WITH_AN_ADULT, strictest);
  const isOnlyForAdults = certificates.every((one) => !isStricter(WITH_AN_ADULT, one));
  const mayBe = (row: number) => (isOnlyForAdults ? isStrong(row) : isForAdults || !isStrong(row));
  const isOld = (row: number) => (movies[row]!.year ?? PG_13_SINCE) < PG_13_SINCE;
  const allows = (row: number, certificate: Certificate) =>
    certificates.includes(certificate) ||
    (certificate === WITH_PARENTS && certificates.includes("PG-13") && isOld(row));
  return [
    {
      price: PRICE_OF_BREACH,
      isMetBy: (row) => {
        const certificate = facts.certificateOf(row);
        return certificate === undefined ? mayBe(row) : allows(row, certificate);
      },
      dropFrom: (from) => ({ ...from, certificates: [] }),
    },
    ...(facts.knowsCertificates && !mayBeUnrated
      ? [
          {
            price: PRICE_OF_KNOWING,
            isMetBy: (row: number) => {
              const certificate = facts.certificateOf(row);
              return certificate !== undefined && certificates.includes(certificate);
            },
            dropFrom: (from: Filters) => ({ ...from, mayBeUnrated: true }),
          },
        ]
      : []),
  ];
}

/** What is for children, and is not known to ask for somebody older. */
export const forChildren =
  (isFit: (row: number) => boolean, facts: FactIndex): ((row: number) => boolean) =>
  (row) => {
    if (!isFit(row)) return false;
    const certificate = facts.certificateOf(row);
    return certificate === undefined || !isStricter(certificate, WITH_PARENTS);
  };
