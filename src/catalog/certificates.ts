/** Whom a film is for, by the certificate that it got in the United States. */

/** The mildest first: for everybody; with parents at hand; from 13 on; under 17 with an adult; adults only. */
export const CERTIFICATES = ["G", "PG", "PG-13", "R", "NC-17"] as const;
export type Certificate = (typeof CERTIFICATES)[number];

const strictness = (certificate: Certificate): number => CERTIFICATES.indexOf(certificate);

/** The certificate and those that are milder. */
export const certificatesUpTo = (most: Certificate): readonly Certificate[] =>
  CERTIFICATES.slice(0, strictness(most) + 1);

/** Whether the first is stricter than the second. */
export const isStricter = (one: Certificate, other: Certificate): boolean =>
  strictness(one) > strictness(other);

/** The strictest of some; undefined where there are none. */
export const strictestOf = (some: readonly Certificate[]): Certificate | undefined =>
  CERTIFICATES.findLast((one) => some.includes(one));
