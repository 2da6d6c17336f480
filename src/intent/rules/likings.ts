import type { Token } from "./tokens.ts";

const THEY = /^(?:he|she|they)$/;
const LIKES =
  /^(?:likes?|loves?|hates?|enjoys?|prefers?|dislikes?|adores?|wants?|needs?|watches|fancies|digs|doesnt|dont|cant|isnt|is|are|only|really|mostly|usually|also)$/;

/**
 * "He likes submarines and hates swearing": whom a film is for, which is no story; nor is "he was a railway engineer" where it is for
 * somebody of theirs.
 */
export const tellsOfALiking = (tokens: readonly Token[], from: number): boolean =>
  THEY.test(tokens[from]!.word) &&
  (LIKES.test(tokens[from + 1]?.word ?? "") || isForSomebody(tokens.slice(0, from)));

const WITH = /^(?:for|with)$/;
const OWN = /^(?:my|our)$/;
const isForSomebody = (tokens: readonly Token[]): boolean =>
  tokens.some(({ word }, at) => OWN.test(word) && WITH.test(tokens[at - 1]?.word ?? ""));
