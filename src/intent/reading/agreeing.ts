/** A yes or a no in the words that people have for it: "yes please", "ok", "sure, go ahead", "no thanks", "better not". Whole messages alone. */

const YES = "yes|yeah|yea|yep|yup|yess+|ya|y|ja|oui|si|sí|ok|okay|okey|k|sure|aye|right|alright|all right";
const WILLINGLY =
  "of course|certainly|definitely|absolutely|by all means|why not|sounds good|that's right|that's it|correct|exactly|fine|good|perfect|great|please|pls|please do|i do|you may|you can";
const DOING =
  "go ahead|go on|go for it|do it|do that|do so|take it|take (?:it|them|that|all|all of it|everything) in|import (?:it|them|all)|add (?:it|them|all)|let's go|let's do it";
const AGREES = new RegExp(
  `^(?:${YES}|${WILLINGLY}|${DOING}|👍|✅)(?: (?:${YES}|${WILLINGLY}|${DOING}|then|thanks|thank you|👍)){0,3}$`,
  "iu",
);
const NO = "no|nope|nah|na|nay|n|nein|non|never mind|nevermind|not";
const DECLINES = new RegExp(
  `^(?:(?:${NO})(?: (?:no|thanks|thank you|thx|ty|please|now|really|today|yet|it is not|it's not|it isn't|that's wrong|wrong|don't|leave it)){0,3}|(?:please )?don't(?: do (?:it|that))?|do not|rather not|better not|i'd rather not|cancel(?: (?:it|that))?|leave (?:it|that)(?: out)?|forget it|wrong|👎|❌)$`,
  "iu",
);

const plain = (text: string): string =>
  text
    .trim()
    .replaceAll("’", "'")
    .replace(/[,.!]+/g, " ")
    .trim()
    .replace(/\s+/g, " ");

export const agrees = (text: string): boolean => AGREES.test(plain(text));
export const declines = (text: string): boolean => DECLINES.test(plain(text));
