/** What is said when people link who they are on several platforms. */
import type { Card } from "../card.ts";

/** For the eyes of the person only. */
const alone = (...lines: string[]): Card => ({ lines, private: true });

export const linkCode = (code: string): Card =>
  alone(
    `Your code is ${code}. Within 15 minutes, say link ${code} in another chat or on the page: what I know of you is the same there from then on, and each conversation stays where it is.`,
    "Give it to nobody else: whoever says it is you.",
  );

export const nowLinked = (): Card => ({
  ...alone(
    "Done. You are one person here and there: your taste, your history and what is hidden are the same. Say unlink within a day to undo it.",
  ),
  actions: [{ label: "Suggest one", says: "next" }],
});

export const alreadyLinked = (): Card => alone("You are one person here and there already.");

export const unknownCode = (code: string): Card =>
  alone(
    `I know no code ${code}, or it is of use no more. Say link where I know you, and say the code that it shows here within 15 minutes.`,
  );

export const tooManyCodes = (): Card =>
  alone(
    "That were too many codes that nobody has. Wait a quarter of an hour, and say link again where I know you.",
  );

export const unlinked = (): Card =>
  alone(
    "Undone. Each of you has what was said there alone; what you are called elsewhere is somebody else again.",
  );

export const nothingToUnlink = (): Card => alone("You have linked nothing within the last day.");
