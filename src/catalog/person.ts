/** Somebody who directed films or is in them. */
export interface Person {
  /** As films credit them; of a family that works together the last name: "Coen". */
  readonly name: string;
  readonly rows: ReadonlySet<number>;
}

export interface KnownPerson {
  readonly name: string;
  /** Each once. */
  readonly rows: number[];
  readonly words: readonly string[];
  /** Shares in the ratings of all their films: how well they are known. */
  fame: number;
}
