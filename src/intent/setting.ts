/** What a text is said in the middle of, as far as another needs to know it to understand the text. */

export interface Setting {
  /** The movie on the table, by title and year; absent: none. */
  readonly onTheTable?: string;
  /** The movies before it, the latest first. */
  readonly shownBefore?: readonly string[];
  /** What is asked for so far, a label each: "Comedy", "1990-1999", "not War". */
  readonly askedFor?: readonly string[];
  /** What the person was asked last and has not answered. */
  readonly question?: string;
}
