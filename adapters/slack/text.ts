/** Slack's way of writing text: three characters are escaped, and <...> is markup. */

/** Text that Slack shows as it is, where it reads markup. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * What the person typed, without the mention that calls the bot. Slack sends "&" as "&amp;", a link as
 * "<https://...|label>", a channel as "<#C1|movies>", another person as "<@U1>" and everybody as "<!here>"; an emoji
 * is a short code (":+1:"), which is left for those who read the words.
 */
export function wordsOf(text: string, botUser: string): string {
  return text
    .replaceAll(new RegExp(`<@${botUser}(?:\\|[^<>]*)?>[:,]?`, "g"), "")
    .replaceAll(
      /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g,
      (_all, sign: string, target: string, label?: string) =>
        sign === ""
          ? (label ?? target)
          : `${sign === "!" ? "@" : sign}${(label ?? target).replace(/^[@#]/, "")}`,
    )
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
}

/**
 * Without what could disturb the text around it: control characters but line breaks, and the signs
 * that turn the direction of what follows. Right-to-left letters themselves are left alone.
 */
export function safe(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, "").replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
}

/** At most `length` characters, never half an emoji; what was cut is marked by "…". */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
