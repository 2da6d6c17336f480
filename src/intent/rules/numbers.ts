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

/** In other languages: only where a number is what must stand. "Sei" is "you are" as well, and "once" is eleven. */
const ELSEWHERE: Readonly<Record<string, number>> = {
  ...counted("due tre quattro cinque sei sette otto nove dieci"),
  ...counted("dos tres cuatro cinco seis siete ocho nueve diez"),
  ...counted("deux trois quatre cinq six sept huit neuf dix"),
  ...counted("zwei drei vier funf sechs sieben acht neun zehn"),
  ...counted("dois tres quatro cinco seis sete oito nove dez"),
  ...counted("두 세 네 다섯 여섯 일곱 여덟 아홉 열"),
  ...counted("二 三 四 五 六 七 八 九 十"),
  duas: 2,
};

/** Words from two on. */
function counted(words: string): Record<string, number> {
  return Object.fromEntries(words.split(" ").map((word, i) => [word, i + 2]));
}

/** As a pattern: digits, or a number in words, or a vague one. */
export const NUMBER = `\\d{1,3}(?:[.,]5)?|${WORDS.slice(1).join("|")}|(?:a )?couple(?: of)?|(?:a )?few|several|an?`;

/** The same in any language that is read. */
export const ANY_NUMBER = `${NUMBER}|${Object.keys(ELSEWHERE).join("|")}`;

/** "ten" and "10" are 10, "a few" is taken for five. */
export function numberOf(text: string): number {
  const word = text.trim();
  const known = WORDS.indexOf(word);
  if (known > 0) return known;
  return VAGUE[word] ?? ELSEWHERE[word] ?? VAGUE[word.replace(/^a /, "")] ?? Number(word.replace(",", "."));
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

/** What compares, before a word that would else ask for something by itself: "more recent", "más corta". */
export const MORE = "|more |mas |plus |mais |piu |더 ?|もっと ?";

/**
 * A pattern for any of the phrases with no letter beside it. What is written in kana, kanji or Hangul has others right
 * behind it ("최근의", "昔の映画"), kana and kanji before it as well.
 *
 * @param before what must not stand before it, besides; behind: after it
 */
export function wholeWord(phrases: readonly string[], { before = "", behind = "" } = {}): string {
  return `(?<![\\p{Script=Latin}\\p{Script=Hangul}]${before})(?:${anyOf(phrases)})(?!(?<=\\p{Script=Latin})\\p{L}${behind})`;
}
