/** What words of the lists ask for where they stand in a text, and what rules them in or out. */
import { mixedGenreOf } from "../../catalog/genres.ts";
import type { MovieRequest } from "../request.ts";
import { add, fill } from "./fill.ts";
import type { Found } from "./phrases.ts";
import type { Polarity, Thing } from "./polarity.ts";
import { setThere } from "./set-there.ts";
import type { Token } from "./tokens.ts";
import { isToldOfThem } from "./told-of-whom.ts";
import type { Meaning, Vocabulary } from "./vocabulary.ts";

export interface Read extends Thing {
  readonly apply: (request: MovieRequest, polarity: Polarity) => void;
  /** Says what a film is about, or who watches. */
  readonly isTheme?: boolean;
  /** Words of no list, which are searched for. */
  readonly isUnread?: boolean;
  /** Names who is there, and no occasion: "my wife", and not "date night". */
  readonly isCompany?: boolean;
}

/** The phrases of the lists in a text, the longest at each place. */
export function thingsIn(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  isTaken: (token: Token) => boolean,
): Read[] {
  const things: Read[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (isTaken(tokens[at]!)) continue;
    const there = setThere(tokens, at);
    if (there) {
      things.push(...thingOf(at, there.length, there.meanings, undefined));
      at += there.length - 1;
      continue;
    }
    const found = vocabulary.at(tokens, at);
    if (
      found &&
      (isToldOf(found, tokens) ||
        isLoveFor(found, tokens) ||
        isLovedByAsker(found, tokens) ||
        isOwned(found, tokens) ||
        isGermanWas(tokens, at) ||
        isNoTheme(tokens, at) ||
        isOfPeople(found, tokens))
    )
      continue;
    if (!found || tokens.slice(at, at + found.length).some(isTaken)) continue;
    if (isInTheFilm(found, tokens, vocabulary)) {
      at += found.length - 1;
      continue;
    }
    things.push(
      ...thingOf(
        found.at,
        found.length,
        [
          ...inItsLanguage(found, tokens),
          ...namedInside(vocabulary, tokens, found),
          ...genreBehind(vocabulary, tokens, found),
        ],
        tokens[at - 1]?.word,
      ),
    );
    at += found.length - 1;
  }
  return things.filter((thing) => !isToldOfThem(thing, tokens));
}

/** "Con niños fantasmas": children in the film, and none who watch it. */
function isInTheFilm(
  { at, length, values }: Found<Meaning>,
  tokens: readonly Token[],
  vocabulary: Vocabulary,
) {
  const next = at + length;
  const isWith = WITH_SOMEBODY.test(tokens[at]!.word) && length > 1;
  if (!isWith || tokens[next]?.gap !== "space" || values.some(({ field }) => field !== "audience"))
    return false;
  return vocabulary.at(tokens, next)?.values.some(({ field }) => field === "keywords") === true;
}
const WITH_SOMEBODY = /^(?:con|avec|com|mit)$/;

/** "Un polar" is a crime film, and of no polar region: behind a foreign article the English theme of a word is not meant. */
function inItsLanguage({ at, length, values }: Found<Meaning>, tokens: readonly Token[]): readonly Meaning[] {
  const genres = values.filter(({ field }) => field === "genres");
  const isForeign = length === 1 && FOREIGN_ARTICLE.test(tokens[at - 1]?.word ?? "");
  return isForeign && genres.length > 0 ? genres : values;
}
const FOREIGN_ARTICLE =
  /^(?:une?|le|la|les|des|du|d|bon|bons|vieux|vrai|grand|petit|el|los|las|uno|una|ein|eine|einen|einem|il|lo|gli|um|uma)$/;

/** "Courtroom drama", "halloween party": a genre or an occasion, and inside it a theme or a mood. */
function namedInside(
  vocabulary: Vocabulary,
  tokens: readonly Token[],
  { at, length, values }: Found<Meaning>,
): Meaning[] {
  if (length === 1 || values.some(({ field }) => field !== "genres" && field !== "audience")) return [];
  if (values.some((value) => "isCompany" in value)) return []; // "my sister" asks for no siblings
  const phrase = tokens.slice(at, at + length);
  // "un bel giallo" is a mystery, and not of the horror that "a giallo" is
  const isOther = (found: Found<Meaning>) =>
    found.values.some(({ field, value }) => field === "genres" && !values.some((one) => one.value === value));
  return phrase
    .flatMap((_, i) => vocabulary.at(i === 0 ? phrase.slice(0, -1) : phrase, i) ?? [])
    .flatMap((found) => (isOther(found) ? [] : found.values))
    .filter(
      (inner) =>
        inner.field === "keywords" ||
        (inner.field === "moods" && !values.some(({ value }) => value === GENRE_OF_MOOD.get(inner.value))),
    );
}

/** What is called after them is of them; a space western or a neo-western need be none. */
const OF_ITS_NAME: ReadonlySet<string> = new Set(["Horror", "Comedy", "Documentary"]);

/** "Slow burn horror", "mob comedy": a theme, and behind it the genre that it is to be of. */
function genreBehind(
  vocabulary: Vocabulary,
  tokens: readonly Token[],
  { at, length, values }: Found<Meaning>,
): Meaning[] {
  if (length === 1 || values.some(({ field }) => field !== "keywords")) return [];
  const behind = vocabulary.at(tokens.slice(0, at + length), at + length - 1)?.values ?? [];
  return behind.filter(({ field, value }) => field === "genres" && OF_ITS_NAME.has(value));
}

/** "Romantic comedy" asks for romance, and not for a romantic mood as well. */
const GENRE_OF_MOOD: ReadonlyMap<string, string> = new Map([
  ["romantic", "Romance"],
  ["funny", "Comedy"],
  ["scary", "Horror"],
  ["tense", "Thriller"],
]);

const HEAVY = new Set(["scary", "dark", "sad", "tense"]);

/** "Where the wife is the killer", "but the husband did it": somebody in the film, and nobody who watches. */
function isToldOf({ at, length, values }: Found<Meaning>, tokens: readonly Token[]): boolean {
  if (!values.every((meaning) => "isCompany" in meaning)) return false;
  const isNamed = THE.test(tokens[at]!.word) && length > 1;
  if (!isNamed && !THE.test(tokens[at - 1]?.word ?? "")) return false;
  const leads = tokens[isNamed ? at - 1 : at - 2]?.word ?? "";
  const behind = tokens[at + length];
  if (behind?.gap !== "space" || JUDGES.test(behind.word)) return false;
  return WHERE.test(leads) || (leads === "but" && DOES.test(behind.word));
}
const THE = /^(?:the|a|an|his|her|their)$/;
const WHERE = /^(?:where|which|if|about)$/;
/** What somebody does in a story, and what somebody says who watches. */
const DOES = /^(?:did|does|dies|died|kills|killed|wins|won|lives|survives|gets|turns|becomes|was)$/;
const JUDGES =
  /^(?:wants?|loves?|likes?|needs?|hates?|dislikes?|enjoys?|prefers?|wont|doesnt|dont|cant|can|will|would|laughs?|cries)$/;

/** "My love for films": nobody who watches. */
const isLoveFor = ({ at, length }: Found<Meaning>, tokens: readonly Token[]): boolean =>
  tokens[at + length - 1]!.word === "love" && /^(?:for|of)$/.test(tokens[at + length]?.word ?? "");

/** "I love movies that" asks for no love story. */
const isLovedByAsker = ({ at, length, values }: Found<Meaning>, tokens: readonly Token[]): boolean =>
  length > 1 &&
  tokens[at]!.word === "love" &&
  tokens[at]!.gap === "space" &&
  LOVES.test(tokens[at - 1]?.word ?? "") &&
  values.every(({ field }) => field === "genres");
const LOVES =
  /^(?:i|we|you|they|she|he|who|people|just|really|do|also|always|absolutely|totally|truly|still|id|wed|would|both|all|kids|girls|boys|friends|parents)$/;

/** "My cat died" asks for no cats. */
const isOwned = ({ at, length, values }: Found<Meaning>, tokens: readonly Token[]): boolean =>
  length === 1 &&
  /^(?:my|our|his|her|mi|mon|ma|mein|meine|meu|minha)$/.test(tokens[at - 1]?.word ?? "") &&
  values.every(({ field }) => field === "keywords");

/** "Der war mir zu brutal" names no war. */
const BESIDE_WAS =
  /^(?:der|die|das|es|wie|was|dein|dieser|film|ich|mir|echt|so|zu|nicht|leider|ganz|richtig|sehr|ziemlich|total|super|gut|film|wirklich)$/;
const isGermanWas = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.word === "war" &&
  BESIDE_WAS.test(tokens[at - 1]?.word ?? "") &&
  (tokens[at + 1] === undefined ||
    BESIDE_WAS.test(tokens[at + 1]!.word) ||
    !/^(?:movies?|films?|drama|story)$/.test(tokens[at + 1]!.word));

/** "What else is out there", "I'm obsessed with heist films"; "about a family" and "a man alone" say not who watches. */
const isNoTheme = (tokens: readonly Token[], at: number): boolean => {
  const [before = "", word, behind = ""] = [-1, 0, 1].map((step) => tokens[at + step]?.word);
  return (
    (word === "family" && before === "a" && /^(?:about|of|on)$/.test(tokens[at - 2]?.word ?? "")) ||
    (word === "alone" && WHO_IS_TOLD_OF.test(before)) ||
    (word === "out" && behind === "there" && BESIDE_OUT_THERE.test(before)) ||
    (/^(?:obsessed|addicted)$/.test(word!) && /^(?:with|to)$/.test(behind) && BEFORE_OBSESSED.test(before))
  );
};
/** "Biopics of famous people", "women in science being overlooked" tell whom films are about, and not how well they are known themselves. */
const isOfPeople = ({ at, length, values }: Found<Meaning>, tokens: readonly Token[]): boolean =>
  values.some(({ field }) => field === "standings") &&
  ((tokens[at + length]?.gap === "space" && PEOPLE.test(tokens[at + length]!.word)) ||
    (tokens[at]!.gap === "space" && BEING.test(tokens[at - 1]?.word ?? "")));
const BEING = /^(?:being|feeling|feels|getting|gets)$/;
const PEOPLE =
  /^(?:people|persons?|folks?|men|man|women|woman|figures?|celebrities|artists?|singers?|musicians?|bands?|painters?|writers?|authors?|scientists?|inventors?|politicians?|leaders?|athletes?|criminals?|killers?|murders?|crimes?|cases?|events?|disasters?)$/;
const WHO_IS_TOLD_OF =
  /^(?:someone|somebody|man|woman|guy|girl|boy|kids?|child|children|people|person|characters?|protagonist|hero|astronaut|left|stranded|trapped|lost|living|lives|survives?|surviving)$/;
const BESIDE_OUT_THERE = /^(?:is|are|s|else|whats|movies?|films?|ones|best|anything|gems?)$/;
const BEFORE_OBSESSED =
  /^(?:i|im|am|is|hes|shes|whos|who|been|was|get|got|become|kinda|totally|so|lately|currently|were|are|still|becoming|became|getting|growing)$|^$/;

/** Behind these a word that ends like a comparative is none: "the thriller", "ein lustiger Film". */
const NO_COMPARISON = new Set(["the", "ein", "einen", "ne", "nen", "der"]);

function thingOf(
  at: number,
  length: number,
  meanings: readonly Meaning[],
  before: string | undefined,
): Read[] {
  const mood = meanings.find(({ field }) => field === "moods");
  const isManner = ({ field }: Meaning) => field === "moods" || field === "tones";
  const sort = meanings.every(({ field }) => field === "audience")
    ? "audience"
    : !meanings.every(isManner)
      ? "noun"
      : mood && HEAVY.has(mood.value)
        ? "heavy"
        : "light";
  const compares =
    !NO_COMPARISON.has(before ?? "") && meanings.some((meaning) => "compares" in meaning && meaning.compares);
  const apply: Read["apply"] = (request, polarity) => {
    if (polarity === "indifferent") return;
    const asked = [...request.genresIn, ...request.moodsIn.flatMap((mood) => GENRE_OF_MOOD.get(mood) ?? [])];
    const named = polarity === "in" ? meanings : narrowest(besides(meanings, asked));
    const mixed = polarity === "out" ? mixedGenreOf(genresIn(named)) : undefined;
    if (mixed !== undefined) add(request.keywordsOut, mixed);
    for (const meaning of named)
      if (mixed === undefined || meaning.field !== "genres") fill(request, meaning, polarity === "in");
  };
  const isTheme = meanings.every(
    (meaning) => (meaning.field === "keywords" && !meaning.out) || meaning.field === "audience",
  );
  const isCompany = meanings.every((meaning) => "isCompany" in meaning);
  const isPlace = meanings.some((meaning) => "isPlace" in meaning);
  return [
    {
      ...{ at, length, sort, apply, isTheme },
      ...(isCompany && { isCompany }),
      ...(isPlace && { isPlace }),
      ...(compares && { compares }),
    },
  ];
}

const genresIn = (meanings: readonly Meaning[]): string[] => [
  ...new Set(meanings.flatMap((meaning) => (meaning.field === "genres" ? [meaning.value] : []))),
];

/** "A comedy that isn't a romcom" is one: of a compound only that is ruled out which is not asked for just before. */
function besides(meanings: readonly Meaning[], asked: readonly string[]): readonly Meaning[] {
  const genres = meanings.filter(({ field }) => field === "genres");
  const languages = meanings.filter(({ field }) => field === "languages");
  // "animated, but not anime"
  if (languages.length > 0 && genres.every(({ value }) => asked.includes(value))) return languages;
  const others = meanings.filter(({ field, value }) => field !== "genres" || !asked.includes(value));
  return genres.length > 1 && others.some(({ field }) => field === "genres") ? others : meanings;
}

/** "No zombies" rules out the theme, not all horror, "no stupid comedy" nothing funny, and "not anime" what is drawn, not all that is Japanese. */
function narrowest(meanings: readonly Meaning[]): readonly Meaning[] {
  const has = (wanted: Meaning["field"]) => meanings.some(({ field }) => field === wanted);
  const wider = new Set<Meaning["field"]>(
    has("keywords") ? ["genres", "languages", "moods", "tones"] : has("genres") ? ["languages"] : [],
  );
  return meanings.filter(({ field }) => !wider.has(field));
}
