/** What a text comes to before its context is looked at, by the rules or by a language model: one type for both. */
import type { MovieRequest } from "./request.ts";

/** What somebody says of a film that they know, in so many words. */
export type TitleVerdict = "dislike" | "seen";

export interface Judged {
  readonly verdict: TitleVerdict;
  readonly title: string;
}

export interface Understood {
  readonly request: MovieRequest;
  /** Of these nothing is asked for: whoever speaks knows them. They are among `titlesOut` as well. */
  readonly judged: readonly Judged[];
  /** Something is said that asks for nothing which films can be found by: "it should knock my socks off". */
  readonly isUnheard?: boolean;
  /** Of what is taken for talk, or for a word on the film on the table: what it would ask for if it were neither. */
  readonly ifAsked?: MovieRequest;
  /** Titles of films that are told of and not named, the likeliest first; only a model knows any. */
  readonly meant: readonly string[];
}
