/** What people say of the movie on the table in words of their own: "lol no", "loved it", "seen it, it was boring". */
import { findTitle } from "../../catalog/naming.ts";
import type { Act, Remark } from "../acts.ts";
import { asksNothing } from "../asks.ts";
import type { Heard } from "../verdict/verdict.ts";
import type { Said } from "./said.ts";
import { isSmallTalk } from "./small-talk.ts";

/** "Any others like that?", said of the movie that was just judged. */
const MORE_LIKE_IT =
  /\b(?:like (?:it|that|this|those|them)|similar|(?:that|the same) (?:kind|sort|type|vein))\b(?! to\b)/i;

const POINTS = /(?<!\p{L})(?:it|this|that)(?!\p{L})/iu;

export const pointsAtIt = (text: string): boolean => POINTS.test(text);

const WANTS_NEXT = /\b(?:what'?s next|what else|(?:any|some)thing else|next one)\b/i;
/** "That" alone may go on: "that comedy with the dogs". */
const POINTS_PLAINLY = /(?<!\p{L})(?:it|(?:this|that) (?:one|movie|film))(?!\p{L})/iu;

/** Whether an answer speaks of "it" where another movie was spoken of just before, or asked about. */
export function mayMeanAnother({ context, text, command, heard }: Said): boolean {
  const { question, isElsewhere } = context;
  if (!(question || isElsewhere) || !POINTS.test(text)) return false;
  if (command) return command.kind === "answer" && command.verdict !== "skip";
  return heard.kind === "verdict" && heard.verdict !== "skip";
}

const SPEAKS_OF_OTHERS: ReadonlySet<Heard["kind"]> = new Set(["another", "nothing"]);

/** Whether words that leave the movie on the table where it is are about something else. */
export function speaksOfOthers({ text, command, heard, asked }: Said): boolean {
  if (command) return command.kind === "mark" || command.kind === "restore";
  if (asked?.kind === "unsafe" || isSmallTalk(text) || !SPEAKS_OF_OTHERS.has(heard.kind)) return false;
  return asked?.kind !== "question" || !POINTS.test(text);
}

/** What follows a verdict: a request for others, if it is one; "like it" means the movie that was judged. */
export function readBehindVerdict({ asked }: Said, rest: string): Act[] {
  const likeThis = MORE_LIKE_IT.test(rest);
  if (asked?.kind !== "request" || asksNothing(asked)) return likeThis ? [{ kind: "moreLikeThis" }] : [];
  return [
    likeThis
      ? { kind: "ask", request: { ...asked, refinement: "adjust" }, likeThis }
      : { kind: "ask", request: asked },
  ];
}

/** What may be said of a movie, but gives no verdict on the one on the table. */
export function readRemark({ catalog, context, text, heard, asked }: Said): Act {
  const [title] = asked?.titlesOut ?? [];
  if (title !== undefined && findTitle(catalog, title).kind === "one") return { kind: "name", title };
  if (heard.kind === "willWatch" || heard.kind === "unseen" || heard.kind === "doubt")
    return remark(heard.kind);
  if (context.table && WANTS_NEXT.test(text)) return { kind: "next" };
  return remark(heard.kind !== "another" && POINTS_PLAINLY.test(text) ? "doubt" : "unclear");
}

export const remark = (what: Remark): Act => ({ kind: "remark", remark: what });
