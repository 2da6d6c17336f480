/** Somebody who directed films or is in them. */
export interface Person {
  /**
   * As films credit them; with what they do where two of one name are told apart by it: "Steve McQueen (director)"; of a family that
   * works together the last name: "Coen".
   */
  readonly name: string;
  readonly rows: ReadonlySet<number>;
}

/** What somebody does in films. */
export type Role = "director" | "actor";

export interface KnownPerson {
  readonly name: string;
  /** Where another of the name does something else. */
  readonly role?: Role;
  /** Each once. */
  readonly rows: readonly number[];
  readonly words: readonly string[];
  /** Shares in the ratings of all their films: how well they are known. */
  readonly fame: number;
}
