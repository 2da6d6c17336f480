/** What hears people: the one door that their words come in by. */
import type { Reading } from "./acts.ts";
import type { Context } from "./reading/context.ts";
import type { ReadText } from "./reading/read.ts";
import type { Setting } from "./setting.ts";

/** A text that was heard, to be read in whatever context it turns out to stand in: at once, and by no means but itself. */
export type Listened = (context: Context) => Reading;

export interface Reader {
  /**
   * Does what takes time: loads word lists, asks a language model. Whatever the text is, it resolves.
   *
   * @param person whoever has a daily budget of their own to spend, in any notation; absent: nobody
   * @param setting what the text is said in the middle of, for a language model; asked for only where one is asked
   */
  hear(
    text: string,
    signal: AbortSignal,
    person?: string,
    setting?: () => Promise<Setting>,
  ): Promise<Listened>;
}

/** Reads by what is at hand. */
export const readerBy = (read: ReadText): Reader => ({
  hear: async (text) => (context) => read(text, context),
});
