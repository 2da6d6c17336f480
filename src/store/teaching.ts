/** Whether a person, who may be several users, lets others be suggested films by what they answered. */

/** Whose answers may be learned from: of all who have not said no, only of those who have said yes, or nobody's. */
export const CONSENTS = ["unless-refused", "where-allowed", "nobody"] as const;
export type Consent = (typeof CONSENTS)[number];

/** A no of any of them is a no; null where none has said. */
export function teachesOf(said: readonly (boolean | null)[]): boolean | null {
  if (said.includes(false)) return false;
  return said.includes(true) ? true : null;
}

/** As SQLite has it. */
export const booleanOf = (value: number | null): boolean | null => (value === null ? null : value === 1);

export const mayTeach = (teaches: boolean | null, consent: Consent): boolean =>
  consent === "unless-refused" ? teaches !== false : consent === "where-allowed" && teaches === true;
