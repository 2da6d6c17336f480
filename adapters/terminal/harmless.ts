/** Without the characters by which a text could command the terminal; line breaks stay, a tab is a space. */
export function harmless(text: string): string {
  return text
    .replaceAll("\t", " ")
    .replace(/[^\P{Cc}\n]/gu, "")
    .replace(/\p{Bidi_Control}/gu, "");
}

/** JSON that says the same, with those characters as it writes them down. */
export function harmlessJson(text: string): string {
  return text.replace(
    /[^\P{Cc}\n]|\p{Bidi_Control}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
