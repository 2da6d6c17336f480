/** Text that Discord shows as it was written: nothing in it is formatting, a mention, a link or an invitation. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\*_~`|[\]<@]/g, "\\$&")
    .replace(/^([^\S\n\r\u2028\u2029]*)([-+#>])/gm, "$1\\$2")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\b(discord(?:app)?\.(?:gg|com))\//gi, "$1\\/");
}

/** Escaped, and at most `max` long: what was cut off is marked. Never ends inside a character or an escape. */
export function escapeWithin(text: string, max: number, mark = "…"): string {
  const whole = escapeMarkdown(text);
  if (whole.length <= max) return whole;
  let kept = cut(text, max - mark.length);
  for (;;) {
    const escaped = escapeMarkdown(kept);
    const over = escaped.length - (max - mark.length);
    if (over <= 0) return escaped + mark;
    kept = cut(kept, kept.length - over);
  }
}

/** At most `max` long, without half a surrogate pair. For places where Discord reads no markdown. */
export function cutWithin(text: string, max: number): string {
  return text.length <= max ? text : `${cut(text, max - 1)}…`;
}

function cut(text: string, length: number): string {
  return text.slice(0, Math.max(0, length)).replace(/[\ud800-\udbff]$/, "");
}
