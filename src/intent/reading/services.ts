/** Where somebody can watch films: "I have Netflix and Mubi", "only what's on Netflix", "any service". */
import type { Act } from "../acts.ts";

/** As people write them; by these they are found among the names that services go by. */
const SERVICE =
  "netflix|amazon(?: prime)?(?: video)?|prime(?: video)?|disney ?(?:\\+|plus)?|hbo(?: ?max)?|hulu|apple ?tv ?(?:\\+|plus)?|paramount ?(?:\\+|plus)?|peacock|mubi|criterion(?: channel)?|kanopy|tubi|plex|pluto(?: tv)?|youtube(?: premium)?|sky(?: go| show)?|now ?tv|canal ?(?:\\+|plus)|arte|joyn|rtl ?(?:\\+|plus)|wow|shudder|starz|showtime|crunchyroll|(?:bbc )?iplayer|itvx|channel ?4|britbox|stan|binge|viaplay|movistar ?(?:\\+|plus)|filmin|rakuten(?: tv)?|hotstar|globoplay|freevee|roku(?: channel)?|hoopla|magenta ?tv|filmfriend";
const ONE = new RegExp(`^(?:${SERVICE})$`, "i");
const LIST = "([\\p{L}\\d+ ,&/]{2,120})";
const HAVING = [
  new RegExp(
    `^(?:i|we)(?:'ve| have)? ?(?:only |just )?(?:have|got|use|pay for|subscribe to|am on|are on) (?:only |just )?${LIST}$`,
    "iu",
  ),
  new RegExp(`^(?:my|our) (?:streaming )?(?:services?|subscriptions?) (?:are|is|:) ?${LIST}$`, "iu"),
  new RegExp(
    `^(?:please |from now on,? )?only (?:show me |suggest |recommend )?(?:what(?:'s| is) |films? |movies? |things |something |anything )?(?:(?:that|which)(?:'s| is| are) )?on ${LIST}$`,
    "iu",
  ),
];
const ANY =
  /^(?:on )?any (?:streaming )?service$|^(?:show me |suggest )?(?:films |movies )?from any(?:where| service)$|^i don't care (?:where it is|what it is on|what it's on)$|^(?:forget|drop|restore) (?:my |the )?(?:streaming )?services$/i;

export function readServices(text: string): Act | undefined {
  const said = text
    .trim()
    .replaceAll("’", "'")
    .replace(/[.!]{1,3}$/, "");
  if (ANY.test(said)) return { kind: "restore", title: "services" };
  for (const pattern of HAVING) {
    const named = pattern.exec(said)?.[1];
    if (named === undefined) continue;
    const services = named
      .split(/,? (?:and|or) |[,&/]/i)
      .map((one) => one.trim())
      .filter(Boolean);
    if (services.length > 0 && services.every((one) => ONE.test(one))) return { kind: "settle", services };
  }
  return undefined;
}
