/** Whether somebody wants to be asked afterwards how a film was: "remind me tomorrow", "reminders off", "quiet hours 23 to 8". */
import { findTitle } from "../../catalog/naming.ts";
import type { Act } from "../acts.ts";
import { HOUR, minuteSaid } from "./hour-said.ts";
import type { Said } from "./said.ts";

export function readReminder(catalog: Said["catalog"], text: string): Act | undefined {
  if (REMINDERS_OFF.test(text)) return { kind: "settle", reminds: false };
  if (REMINDERS_ON.test(text)) return { kind: "settle", reminds: true };
  const [, from, fromHalf, to, toHalf] = QUIET_HOURS.exec(text) ?? [];
  if (from !== undefined && to !== undefined) {
    const begin = minuteSaid(from.toLowerCase(), fromHalf?.toLowerCase(), false);
    const inTheMorning = /^(?:1[3-9]|2\d)/.test(to) ? undefined : "am";
    const end = minuteSaid(to.toLowerCase(), toHalf?.toLowerCase() ?? inTheMorning, false);
    return begin === undefined || end === undefined
      ? undefined
      : { kind: "settle", quiet: { from: begin, to: end } };
  }
  const remind = REMIND.exec(text);
  if (!remind) return undefined;
  const title = remind[1];
  if (title === undefined || IT.test(title)) return { kind: "remind" };
  return findTitle(catalog, title).kind === "none" ? undefined : { kind: "remind", title };
}

/** When it is asked is said in so many ways that are all the same to it. */
const TOMORROW =
  "(?: (?:tomorrow|in a day|the day after|a day later|afterwards|later|when i'?ve seen it|once i'?ve seen it))?";
const REMIND = new RegExp(
  `^(?:please |pls |and |ok,? ){0,3}(?:can you |could you )?(?:remind me|ask me|check (?:back )?(?:with me|in))(?: again)?(?: (?:about|of|how|whether i saw|if i saw|if i liked|whether i liked|to rate) (.{1,80}?)(?: was)?)?${TOMORROW}$`,
  "i",
);
const IT = /^(?:it|this|that|this one|that one|the (?:film|movie))$/i;
const REMINDERS_ON =
  /^(?:please )?(?:(?:turn |switch )?(?:on |the )?reminders(?: on)?|remind me on|always (?:remind|ask) me(?: afterwards| how it was)?|ask me how films were)$/i;
const REMINDERS_OFF =
  /^(?:please )?(?:(?:turn |switch )?(?:off |no )(?:the |more )?reminders|(?:turn |switch )?(?:the )?reminders off|remind me off|(?:stop|no more|don't|never) (?:reminding|remind|ask|asking) me(?: (?:of films|about films|anything|again|afterwards|any ?more))?)$/i;
const QUIET_HOURS = new RegExp(
  `^(?:my )?quiet (?:hours|time)(?: are| is|:)? (?:from )?${HOUR} ?(pm|am)? (?:to|until|till|-) ${HOUR} ?(pm|am)?$`,
  "i",
);
