const WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const VAGUE: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  couple: 2,
  "couple of": 2,
  "a couple of": 2,
  few: 5,
  several: 7,
};

/** As a pattern: digits, or a number in words, or a vague one. */
export const NUMBER = `\\d{1,3}(?:[.,]5)?|${WORDS.slice(1).join("|")}|(?:a )?couple(?: of)?|(?:a )?few|several|an?`;

/** "ten" and "10" are 10, "a few" is taken for five. */
export function numberOf(text: string): number {
  const word = text.trim();
  const known = WORDS.indexOf(word);
  if (known > 0) return known;
  return VAGUE[word] ?? VAGUE[word.replace(/^a /, "")] ?? Number(word.replace(",", "."));
}

/** A pattern for any of the phrases as whole words, the longest first; each is freed of accents as texts are. */
export function anyOf(phrases: readonly string[]): string {
  return [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) =>
      phrase
        .normalize("NFKC")
        .toLowerCase()
        .replace(/\p{Script=Latin}/gu, (letter) => letter.normalize("NFD").replace(/\p{M}/gu, ""))
        .replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
    )
    .join("|");
}
