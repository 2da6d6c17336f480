const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Plain text as HTML, whoever wrote it: between tags, and in attributes with quotes around them. */
export const escapeHtml = (plain: string): string =>
  plain.replace(/[&<>"']/g, (character) => ESCAPED[character]!);
