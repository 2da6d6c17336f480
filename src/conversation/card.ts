import type { SuggestionId } from "./person.ts";

/**
 * What is shown to a person: plain text in parts that any platform can draw. Nothing in it is markup;
 * an adapter escapes, cuts to its platform's limits, and always gets the text through.
 */
export interface Card {
  /** How the person's words were read, above everything else: "Comedy · 1990-1999". */
  readonly reading?: string;
  readonly title?: { readonly text: string; readonly url?: string };
  /** One paragraph each. */
  readonly lines: readonly string[];
  /** Facts that a platform may set side by side. */
  readonly fields?: readonly Field[];
  /** The suggestion this card makes: 👍 👎 ⏭ ℹ️ on the card answer it. */
  readonly suggestion?: SuggestionId;
  /** Things to press instead of typing. */
  readonly actions?: readonly Action[];
  readonly file?: { readonly name: string; readonly mediaType: string; readonly text: string };
  /** For the eyes of the person it answers only. */
  readonly private?: boolean;
  /** Worth saying only where it disturbs nobody: dropped where the platform cannot whisper it on the spot. */
  readonly aside?: boolean;
  /** The person said goodbye: nothing follows this card. */
  readonly closes?: boolean;
}

export interface Field {
  readonly name: string;
  readonly value: string;
}

export interface Action {
  readonly label: string;
  /** Pressing is the same as saying these words. */
  readonly says: string;
}
