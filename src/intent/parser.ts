import type { Setting } from "./setting.ts";
import type { Understood } from "./understood.ts";

/** Failing to understand someone is an answer, not an exception. Only broken code throws. */
export type Parsed =
  | ({ readonly ok: true } & Understood)
  | { readonly ok: false; readonly why: Misunderstanding };

export type Misunderstanding =
  /** The words say nothing that could be read. */
  | "unclear"
  /** No answer in time, or nobody waits for it any more. */
  | "timeout"
  /** Answered in another shape than the one asked for, twice. */
  | "badAnswer"
  /** The model would not read this text. */
  | "refused"
  /** The endpoint asks to be left alone for a while. */
  | "rateLimited"
  /** Enough was asked today, by this person or by all. */
  | "budget"
  /** The endpoint failed repeatedly and is left alone for a while. */
  | "circuitOpen"
  /** Nothing listens there, or it fails. */
  | "unreachable"
  /** The endpoint does not take our requests: key, model and settings are worth a look. */
  | "rejected";

/** Words in, what they ask for out. An aborted signal is answered with "timeout", never thrown. */
export interface IntentParser {
  /**
   * @param person whoever has a daily budget of their own to spend, in any notation; absent: nobody
   * @param setting asked for only by a parser that reads by it
   */
  parse(
    text: string,
    signal: AbortSignal,
    person?: string,
    setting?: () => Promise<Setting>,
  ): Promise<Parsed>;
}
