/** What a piece of a message does. */
export type Sort =
  /** A verdict on the movie, or that it was seen. */
  | "like"
  | "dislike"
  | "seen"
  | "skip"
  | "never"
  /** Says something of it that is neither: "it was ok". */
  | "remark"
  /** "I have." That it was seen, where more is said of it. */
  | "have"
  /** It was not seen, or not yet. */
  | "unseen"
  /** It will be watched, or the suggestion is praised: "sounds great", "good pick". */
  | "willWatch"
  /** A thumb or a face, which counts where no word says otherwise. */
  | "likeSign"
  | "dislikeSign"
  /** "No", which counts where nothing else is said. */
  | "no"
  | "yes"
  /** "Oh", "well", "lol", "and". */
  | "filler"
  /** "Great", "nice": hardly more than a sound. */
  | "sound"
  /** Thanks and farewells: what was great then may have been the talk. */
  | "courtesy"
  /** What they will do, or would, or want. */
  | "plan"
  /** A question or a request. */
  | "ask"
  /** About something else, or too much to be sure. */
  | "other";

/** The forms of each. */
export type Ways = Partial<Record<Sort, readonly string[]>>;
