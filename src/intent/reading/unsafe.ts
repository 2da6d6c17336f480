/** What is not done, told from what asks for help. */
import type { Act } from "../acts.ts";

/** Of whoever speaks: "I want to die", and not "how to kill somebody". */
const OF_ONESELF =
  /(?<!\p{L})(?:(?:want|wanna|going|ready|wish) (?:to )?(?:die|be dead|disappear for good)|kill(?:ing)? myself|end(?:ing)? (?:my life|it all)|(?:hurt|harm|cut)(?:ting|ing)? myself|suicidal|don'?t want to (?:live|be alive))(?!\p{L})/iu;

/** @param text read as asking for what must not be given */
export const unsafeIn = (text: string): Act => ({
  kind: OF_ONESELF.test(text.replaceAll("’", "'")) ? "despair" : "unsafe",
});
