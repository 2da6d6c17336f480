/**
 * Whether words can be about films at all, or are talk of the weather, sums, errands and the like. How well films fit does not tell:
 * of any words some film has something, so that a score alone separates the two badly.
 */

/** Whoever says these speaks of films, or asks to be shown something. */
const OF_FILMS =
  /\b(?:films?|movies?|flicks?|cinema|documentar\w+|mockumentar\w+|animes?|cartoons?|comed(?:y|ies)|dramas?|thrillers?|horrors?|westerns?|musicals?|rom-?coms?|sci-?fi|biopics?|slashers?|whodunn?its?|hero(?:es|ine)?|plot|scenes?|story|stories|characters?|something|somethin|anything|recommend\w*|suggest\w*|mood for|looking for|(?:the )?(?:one|ones|kind|sort|bit|part) (?:where|when|with|in which|about|that|who)|watch(?:ing)?|starring|set in|about an? (?:man|woman|boy|girl|guy|kid|family|couple|group|dog|cat))\b/i;

/** Asked of the world, not of films: "what is", "how do I", "can you". */
const ASKS_THE_WORLD =
  /^(?:(?:and|so|but|ok|okay|well|please|um|hey|hi) )*(?:(?:what|whats|who|whos|where|wheres|when|whens|why|whys|how|hows) (?:is|are|was|were|do|does|did|can|could|should|shall|will|would|to|much|many|old|tall|far|long|big|high|late|come|about|time|day|year|i|you|we|invented|wrote|won|the (?!one|man|woman|boy|girl|hero|heroine|main))|whats|what is|which (?!film|movie|one)|(?:is|are|am|was|do|does|did|can|could|should|shall|will|would|have|has) (?:i|you|it|we|they|he|she|the|there|this|that|my|your|our|a|an)\b)/;

/** Said to somebody who runs errands. */
const ERRAND =
  /^(?:(?:please|can you|could you|will you|would you|hey|ok) )*(?:(?:set|turn|switch) (?:the|my|an?|it|all|on|off|up|down)|call|phone|text|email|book|order|buy|remind|translate|convert|calculate|compute|count|spell|define|write|draft|sing|wake|open|close|start|stop|send|add|multiply|divide|subtract|pay|charge|navigate|drive|google|check|fix|clean|water|feed|tell me (?:a joke|the time|your|how|what|why)|give me (?:a recipe|the (?:time|number|address|recipe|news))) (?!(?:a|the|of)? ?(?:film|movie|story))/;

const SUM =
  /\b(?:\d+ ?(?:[-+*/x×÷=^%]|plus|minus|times|divided|percent|per cent) ?\d*|square root|percent of|plus \w+ (?:minus|plus|times)|how much is|miles to|(?:km|kilomet\w+|pounds|euros|dollars|celsius|fahrenheit) (?:in|to)|(?:to|in) (?:km|kilomet\w+|pounds|euros|dollars|celsius|fahrenheit))\b|\d ?[+*=÷×] ?\d/i;

const WEATHER =
  /\b(?:weather|forecast|degrees outside|(?:raining|snowing|sunny|cloudy|freezing|hot|cold|windy) (?:outside|today|tomorrow|here|this (?:morning|week|weekend|evening))|(?:will|is) it (?:rain|snow)\w*)\b/i;

const GREETING =
  /^(?:good (?:morning|afternoon|evening|night|day|luck)|hi|hello|hey|hiya|howdy|thanks?|thank you|thx|ty|cheers|bye|goodbye|see (?:you|ya)|later|take care|sorry|welcome|congrat\w*|happy (?:birthday|new year|easter|christmas)|merry christmas|lol|lmao|haha\w*|wow|omg|nice to)\b/;

/** Of themselves and of whom they talk to. */
const OF_US = /\b(?:i|im|ive|ill|id|me|my|mine|myself|we|were|our|ours|us|your|yours|thats)\b/;

/** Talk is short: who writes more without a word on films tells a story. */
const LONGEST_TALK = 14;

export function isTalk(text: string): boolean {
  const plain = text
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}+*/=%×÷^.-]+/gu, " ")
    .trim();
  if (SUM.test(plain) || WEATHER.test(plain)) return !OF_FILMS.test(plain);
  if (OF_FILMS.test(plain)) return false;
  if (ASKS_THE_WORLD.test(plain) || ERRAND.test(plain) || GREETING.test(plain)) return true;
  return OF_US.test(plain) && plain.split(" ").length <= LONGEST_TALK;
}
