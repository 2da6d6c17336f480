/**
 * A text of Markdown with a section of first rank put in the place of the one with the same heading, or at the end.
 *
 * @param section begins with "# " and its heading
 */
export function withSection(text: string, section: string): string {
  const parts = text.split(/^(?=# )/m).filter((part) => part.trim() !== "");
  const headingOf = (part: string) => part.split("\n", 1)[0];
  const at = parts.findIndex((part) => headingOf(part) === headingOf(section));
  parts.splice(at < 0 ? parts.length : at, at < 0 ? 0 : 1, section);
  return `${parts.map((part) => part.trimEnd()).join("\n\n")}\n`;
}
