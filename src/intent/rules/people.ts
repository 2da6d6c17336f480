import type { FactIndex } from "../../catalog/fact-index.ts";
import { wordsOf } from "../../catalog/normalise.ts";
import { roleIn } from "../../catalog/person.ts";
import { LONGEST_NAME, MOST_OF_A_LIST } from "../request.ts";
import type { Words } from "../words.ts";
import { createPhrases, entriesOf, type Phrases } from "./phrases.ts";
import { overlaps, type Span } from "./spans.ts";
import type { Text, Token } from "./tokens.ts";

export interface PersonMention extends Span {
  readonly name: string;
}

/** "In the vein of", "à la" */
const OF_MANNER = /^(?:vein|style|spirit|manner|tradition|mou?ld|films|movies|work)$/;

const BEFORE_LIKENESS = /^(?:like|unlike|la)$/;

/** "With I'm": nobody's name, though it is written with a capital. */
const SPEAKER = /^(?:i|im|ive|ill|id)$/;

/** In shares of ratings: a last name of somebody less known is any word. */
const WELL_KNOWN = 20_000;
/** Of whom a whole name is said. */
const KNOWN = 4_000;
/** "Brothers" behind a name leaves less doubt. */
const KNOWN_FAMILY = 300;
const FAMILY = /^(?:brothers|bros|sisters|siblings)$/;
/** Words of a phrase before the one that is looked at. */
const LONGEST_BEFORE = 3;
/** "Something Deakins shot", "a Zimmer score" */
const DID =
  /^(?:shot|scored|photographed|lensed|composed|wrote|penned|scripted|directed|score|scores|soundtracks?|cinematography|screenplays?|scripts?)$/;
const saysWhatTheyDid = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.gap === "space" && DID.test(tokens[at]!.word);

/**
 * People's names in a text: known ones, full names by their first name, and what capitals tell after "with".
 *
 * @param facts whom the films are by and with
 */
export function createPeopleReader(
  { people, filler }: Words,
  vocabulary: Phrases<unknown>,
  { fameOf, namesakes, find }: Pick<FactIndex, "fameOf" | "namesakes" | "find">,
): (text: Text, taken: readonly Span[]) => PersonMention[] {
  const known = createPhrases(entriesOf(people.known));
  const wordNames = new Set(people.wordNames);
  const firstNames = new Set(people.firstNames);
  const common = new Set(filler.words);
  const announcing = new Set([...people.announcing, ...people.surelyAnnouncing]);
  const surelyAnnouncing = new Set(people.surelyAnnouncing);
  const makers = new Set(people.makers);
  const asking = new Set(people.asking);
  const doing = new Set(people.doing);
  const particles = new Set(people.particles);
  const suffixes = new Set(people.suffixes);

  const meansSomething = (tokens: readonly Token[], at: number): boolean =>
    common.has(tokens[at]!.word) || vocabulary.at(tokens, at) !== undefined;

  const isAnnounced = (tokens: readonly Token[], at: number): boolean => {
    if (tokens[at]!.gap === "stop") return false; // "I relax with... law"
    const before = tokens[at - 1]?.word ?? "";
    return (
      announcing.has(before) ||
      (before === "of" && OF_MANNER.test(tokens[at - 2]?.word ?? "")) ||
      (before === "from" && tokens[at]!.capital && tokens[at + 1]?.capital === true)
    );
  };

  /** "Starring X", "directed by X", "did X direct": whatever stands there is a name. */
  const isSurelyAnnounced = (tokens: readonly Token[], at: number): boolean => {
    const before = tokens[at - 1]?.word ?? "";
    return (
      surelyAnnouncing.has(before) ||
      (before === "by" && makers.has(tokens[at - 2]?.word ?? "")) ||
      (asking.has(before) && doing.has(tokens[at + 2]?.word ?? ""))
    );
  };

  /** A first name, unless it is a word as well and neither announced nor written as a name. */
  const isFirstName = (tokens: readonly Token[], at: number): boolean => {
    const { word, capital } = tokens[at]!;
    return firstNames.has(word) && (!wordNames.has(word) || isAnnounced(tokens, at) || (capital && at > 0));
  };

  /** A surname: a word that means nothing else here, unless it is written as a name. */
  const mayBeSurname = (tokens: readonly Token[], at: number, announced: boolean): boolean => {
    const token = tokens[at];
    if (token?.gap !== "space" || !/^\p{L}{2,}$/u.test(token.word)) return false;
    if (token.capital && tokens[at - 1]!.capital) return true;
    if (DID.test(token.word)) return false;
    if (common.has(token.word)) return false;
    const means = vocabulary.at(tokens, at);
    return !means || (announced && means.length === 1 && !tokens[at + 1]);
  };

  /** "Movies by anderson": a word alone that nothing else is meant by, and that well-known people are called. */
  const isLastName = (tokens: readonly Token[], at: number): boolean =>
    !meansSomething(tokens, at) && fameOf([tokens[at]!.word]) >= WELL_KNOWN;

  /** "Scarlet johanson" at the beginning: two words that nothing else is meant by, and near to a well-known name. */
  const isMisspelt = (tokens: readonly Token[], at: number): boolean => {
    const pair = tokens.slice(at, at + 2);
    if (at > 0 || pair.length < 2 || pair[1]!.gap !== "space") return false;
    if (!pair.every(({ word }, i) => /^\p{L}{4,}$/u.test(word) && !meansSomething(tokens, at + i)))
      return false;
    const name = find(pair.map(({ word }) => word).join(" "))?.name;
    return name !== undefined && fameOf(wordsOf(name)) >= WELL_KNOWN;
  };

  /** "No hans zimmer": the whole name of somebody well known, of words that nothing else is meant by. */
  const isFullName = (tokens: readonly Token[], at: number): boolean => {
    const pair = tokens.slice(at, at + 2);
    if (pair.length < 2 || pair[1]!.gap !== "space") return false;
    const words = pair.map(({ word }) => word);
    const isName = ({ word }: Token, i: number) =>
      /^\p{L}{3,}$/u.test(word) && (firstNames.has(words[0]!) || !meansSomething(tokens, at + i));
    if (!pair.every(isName) || fameOf(words) < KNOWN) return false;
    return wordsOf(roleIn(find(words.join(" "))?.name ?? "").name).join(" ") === words.join(" ");
  };

  /** "The Dardenne brothers", "Safdie bros" */
  const familyEnd = (tokens: readonly Token[], at: number): number | undefined => {
    const [name, kin] = [tokens[at]!, tokens[at + 1]];
    if (kin?.gap !== "space" || !FAMILY.test(kin.word) || !/^\p{L}{3,}$/u.test(name.word)) return undefined;
    const isFamily = !common.has(name.word) && find(`${name.word} ${kin.word}`) !== undefined;
    return isFamily && fameOf([name.word]) >= KNOWN_FAMILY ? at + 2 : undefined;
  };

  /** Within a phrase of the lists: the white of "black and white". */
  const isInPhrase = (tokens: readonly Token[], at: number): boolean => {
    for (let from = Math.max(0, at - LONGEST_BEFORE); from < at; from++)
      if ((vocabulary.at(tokens, from)?.length ?? 0) > at - from) return true;
    return false;
  };

  /** Behind initials and particles: "Samuel L.", "Robert De". */
  const initialsEnd = (tokens: readonly Token[], from: number): number => {
    const isInitial = (word: string) => /^\p{L}$/u.test(word) && word !== "a" && word !== "i";
    let end = from;
    while (
      end < tokens.length &&
      tokens[end]!.gap !== "comma" &&
      (isInitial(tokens[end]!.word) || particles.has(tokens[end]!.word))
    )
      end++;
    return end;
  };

  /** The token behind the name that begins at a token; undefined where none does. */
  const nameEnd = (tokens: readonly Token[], at: number): number | undefined => {
    const token = tokens[at]!;
    if ((vocabulary.at(tokens, at)?.length ?? 0) > 1) return undefined; // "oscar winning"
    if (SPEAKER.test(token.word)) return undefined;
    const announced = isAnnounced(tokens, at);
    const written = announced && token.capital && !meansSomething(tokens, at);
    const sure = isSurelyAnnounced(tokens, at) && !meansSomething(tokens, at);
    const alone =
      (announced || BEFORE_LIKENESS.test(tokens[at - 1]?.word ?? "") || saysWhatTheyDid(tokens, at + 1)) &&
      isLastName(tokens, at);
    if (!isFirstName(tokens, at) && !written && !sure && !alone)
      return isMisspelt(tokens, at) || isFullName(tokens, at) ? at + 2 : undefined;

    let end = initialsEnd(tokens, at + 1);
    const surname = tokens[end];
    if (end > at + 1) {
      if (!surname || surname.gap === "comma" || surname.word.length < 2 || common.has(surname.word))
        return undefined;
      end++;
    } else if (mayBeSurname(tokens, end, announced)) {
      end++;
      // "jamie lee curtis"
      if (firstNames.has(tokens[end - 1]!.word) && mayBeSurname(tokens, end, false)) end++;
    } else if (isFullName(tokens, at)) end++;
    else if (!written && !alone) return undefined;
    while (
      end < tokens.length &&
      tokens[end]!.gap === "space" &&
      (suffixes.has(tokens[end]!.word) ||
        (tokens[end]!.capital && tokens[end - 1]!.capital && !common.has(tokens[end]!.word)))
    )
      end++;
    return end;
  };

  return ({ tokens, said }, taken) => {
    const found: PersonMention[] = [];
    const isTaken = (token: Token) => taken.some((span) => overlaps(span, token));
    for (let at = 0; at < tokens.length && found.length < MOST_OF_A_LIST; at++) {
      if (isTaken(tokens[at]!)) continue;
      const { start } = tokens[at]!;
      const star = known.at(tokens, at);
      const family = star ? undefined : familyEnd(tokens, at);
      const end = star
        ? at + star.length
        : (family ?? (isInPhrase(tokens, at) ? undefined : nameEnd(tokens, at)));
      if (end === undefined || tokens.slice(at, end).some(isTaken)) continue;
      const last = tokens[end - 1]!;
      const name = star?.values[0] ?? titleCase(said.slice(start, last.end));
      const isOfSeveral = namesakes(name).some((one) => ROLE.test(one.name));
      const role = roleSaid(said.slice(0, start), said.slice(last.end), isOfSeveral);
      found.push({ name: name + role, start, end: last.end });
      at = end - 1;
    }
    return found;
  };
}

/** @returns the name of somebody, and of those any of whom will do in their place: "Bill Nighy or Emma Thompson" */
export function alternatives(
  persons: readonly PersonMention[],
  plain: string,
): (mention: PersonMention) => string {
  const groups: PersonMention[][] = [];
  for (const person of persons) {
    const before = groups.at(-1)?.at(-1);
    if (before && LISTED.test(plain.slice(before.end, person.start))) groups.at(-1)!.push(person);
    else groups.push([person]);
  }
  return (mention) => {
    const group = groups.find((one) => one.includes(mention)) ?? [mention];
    const isEither = group.some(
      (one, at) => at > 0 && EITHER.test(plain.slice(group[at - 1]!.end, one.start)),
    );
    return (isEither ? group : [mention])
      .map(({ name }) => name)
      .join(" or ")
      .slice(0, LONGEST_NAME);
  };
}
const LISTED = /^(?: ?[,/] ?(?:or )?| or )(?:with )?$/;
const EITHER = /\bor\b|\//;

/** What tells two of one name apart. */
const ROLE = / \((?:director|actor)\)$/;
const DOES = { director: "director|filmmaker|film-maker", actor: "actor|actress|star" };
const BEFORE_A_DIRECTOR = new RegExp(`\\b(?:directed by|${DOES.director}) $`, "i");
const BEFORE_AN_ACTOR = new RegExp(`\\b(?:starring|${DOES.actor}) $`, "i");
const BEHIND_A_DIRECTOR = new RegExp(`^,? (?:the |\\()?(?:${DOES.director})\\b`, "i");
const BEHIND_AN_ACTOR = new RegExp(`^,? (?:the |\\()?(?:${DOES.actor})\\b`, "i");

/**
 * What is said of somebody to tell them from others of the name, " (director)", or what they are to have done: "directed by Ben
 * Affleck" asks for no film that he only plays in.
 */
function roleSaid(before: string, behind: string, isOfSeveral: boolean): string {
  if (DIRECTED_BEFORE.test(before) || DIRECTED_BEHIND.test(behind)) return " (director)";
  if (!isOfSeveral) return "";
  if (BEFORE_A_DIRECTOR.test(before) || BEHIND_A_DIRECTOR.test(behind)) return " (director)";
  return BEFORE_AN_ACTOR.test(before) || BEHIND_AN_ACTOR.test(behind) ? " (actor)" : "";
}
const DIRECTED_BEFORE = /\b(?:directed|helmed) by $/i;
const DIRECTED_BEHIND =
  /^ (?:has |have )?(?:directed|directs|helmed|(?:made |did )?as (?:an? |the )?director|behind the camera)\b/i;

const titleCase = (name: string): string =>
  name.replace(/'s$/, "").replace(/(?<!\p{L}|')\p{Ll}/gu, (letter) => letter.toUpperCase());
