/** What people say of the movie on the table in words of their own: "lol no", "loved it", "seen it, it was boring". */
import type { MovieRequest } from "../intent/request.ts";
import { type Heard, verdictIn } from "../intent/verdict/verdict.ts";
import { answerCurrent, noteAndGoOn } from "./answers.ts";
import { readCommand } from "./command.ts";
import { hearQuestion } from "./questions/hear-question.ts";
import { request } from "./requests.ts";
import { isSmallTalk } from "./small-talk.ts";
import { findTitle } from "./titles.ts";
import {
  currentSuggestion,
  inDialogue,
  reply,
  say,
  setWish,
  suggestNext,
  type Turn,
  tableMovie,
} from "./turn.ts";
import { asksNothing } from "./understand.ts";
import { NO_WISH } from "./wish.ts";
import * as wording from "./wording.ts";

/** "Any others like that?", said of the movie that was just judged. */
const MORE_LIKE_IT =
  /\b(?:like (?:it|that|this|those|them)|similar|(?:that|the same) (?:kind|sort|type|vein))\b(?! to\b)/i;

const POINTS = /(?<!\p{L})(?:it|this|that)(?!\p{L})/iu;

const WANTS_NEXT = /\b(?:what'?s next|what else|(?:any|some)thing else|next one)\b/i;
/** "That" alone may go on: "that comedy with the dogs". */
const POINTS_PLAINLY = /(?<!\p{L})(?:it|(?:this|that) (?:one|movie|film))(?!\p{L})/iu;

/** Whether an answer speaks of "it" where another movie was spoken of just before, or asked about. */
export function mayMeanAnother({ state }: Turn, text: string): boolean {
  const { elsewhere, current, choice, offered } = state.dialogue;
  const isNamed = choice !== undefined || offered !== undefined;
  const isLeft = elsewhere !== undefined && elsewhere === current;
  if (!(isNamed || isLeft) || !POINTS.test(text)) return false;
  const command = readCommand(text);
  return command ? command.kind === "answer" : verdictIn(text).kind === "verdict";
}

/** "Yes", and no question was asked: they may like it, have seen it, or want to. */
export function isLooseYes({ state }: Turn, text: string): boolean {
  const { weighed, current } = state.dialogue;
  return readCommand(text)?.kind === "yes" && (weighed === undefined || weighed !== current);
}

const SPEAKS_OF_OTHERS: ReadonlySet<Heard["kind"]> = new Set(["another", "nothing"]);

/** Whether words that left the movie on the table where it was were about something else. */
export function speaksOfOthers(text: string, asked?: MovieRequest): boolean {
  const command = readCommand(text);
  if (command) return command.kind === "mark" || command.kind === "restore";
  if (asked?.kind === "unsafe" || isSmallTalk(text) || !SPEAKS_OF_OTHERS.has(verdictIn(text).kind))
    return false;
  return asked?.kind !== "question" || !POINTS.test(text);
}

export function askHowItWas(turn: Turn): Turn {
  const asking = inDialogue(turn, { weighed: turn.state.dialogue.current });
  return say(asking, wording.howWasIt(tableMovie(turn)!));
}

/** A verdict is noted, and what else was said is answered: a question of that movie, a request after it. */
export function hearVerdict(
  turn: Turn,
  { verdict, rest }: Heard & { kind: "verdict" },
  asked?: MovieRequest,
): Turn {
  if (rest === undefined) return answerCurrent(turn, verdict);
  if (asked?.kind === "question") return answerCurrent(hearQuestion(turn, rest), verdict);
  const likeIt = MORE_LIKE_IT.test(rest);
  const asksMore = asked?.kind === "request" && !asksNothing(asked);
  if (!likeIt && !asksMore) return answerCurrent(turn, verdict);
  const movie = tableMovie(turn)!.id;
  return noteAndGoOn(turn, verdict, (noted) => {
    const near = likeIt ? setWish(noted, { ...NO_WISH, near: [movie] }) : noted;
    if (!asksMore) return suggestNext(near);
    return request(near, likeIt ? { ...asked, refinement: "adjust" } : asked, rest);
  });
}

/** What may be said of a movie, but gives no verdict on the one on the table: nothing is noted. */
export function hearUnsure(turn: Turn, text: string, heard: Heard, { titlesOut }: MovieRequest): Turn {
  const [title] = titlesOut;
  if (title !== undefined) {
    const found = findTitle(turn.world, title);
    if (found.kind === "one") return say(turn, wording.titleWithoutVerb(found.movie));
  }
  if (!currentSuggestion(turn)) return say(turn, wording.nothingToAnswer());
  switch (heard.kind) {
    case "willWatch":
      return reply(turn, wording.enjoy());
    case "unseen":
      return reply(turn, wording.notSeenYet());
    case "doubt":
      return askHowItWas(turn);
    case "another":
      return WANTS_NEXT.test(text) ? suggestNext(turn) : reply(turn, wording.nothingNoted());
    case "verdict":
    case "nothing":
      if (WANTS_NEXT.test(text)) return suggestNext(turn);
      return POINTS_PLAINLY.test(text) ? askHowItWas(turn) : reply(turn, wording.nothingNoted());
  }
}
