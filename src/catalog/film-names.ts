/** What films are called beyond the catalogue: titles of films that cannot be suggested, and nicknames. */

/** A film that is known by name only. */
export interface NamedFilm {
  /** With its article in front and without the year. */
  readonly title: string;
  readonly alternativeTitles: readonly string[];
  readonly year?: number;
  /** How many people of the crowd rated it. */
  readonly ratingCount: number;
}

export interface FilmNames {
  /** Films known by name only whose title or other name has this key (see keyOf), its article dropped. */
  namedBy(key: string): readonly NamedFilm[];
  /** Whether a key of this hash (see hashOfKey) may be any film's: cheap, and no for most. */
  mayBeNamed(hash: number): boolean;
  /** The name that a nickname stands for: "lotr" is "The Lord of the Rings". By the key of the nickname. */
  nicknamed(key: string): string | undefined;
  /** The full name of somebody by a nickname, as wordsOf gives it with single spaces: "the rock". */
  personNicknamed(name: string): string | undefined;
  /** Whether a word, as wordsOf gives it, is one that people write without meaning a title. */
  isOrdinary(word: string): boolean;
  /** Whether a word is a small one or says what somebody is in the mood for: "it", "horror". These are ordinary, too. */
  isPlain(word: string): boolean;
  /** Whether a word or phrase, as wordsOf gives it with single spaces, is of the latter: "true crime". */
  isWish(phrase: string): boolean;
  /** Whether a phrase, as wordsOf gives it with single spaces, announces the title of a film: "have you seen". */
  announces(phrase: string): boolean;
  /** The last month whose films are known completely: "2023-07". Undefined where nothing is known of that. */
  readonly completeTo: string | undefined;
}

export const NO_NAMES: FilmNames = {
  namedBy: () => [],
  mayBeNamed: () => false,
  nicknamed: () => undefined,
  personNicknamed: () => undefined,
  isOrdinary: () => false,
  isPlain: () => false,
  isWish: () => false,
  announces: () => false,
  completeTo: undefined,
};
