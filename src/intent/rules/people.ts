import type { FactIndex } from "../../catalog/fact-index.ts";
import { MOST_OF_A_LIST } from "../request.ts";
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

/** In shares of ratings: a last name of somebody less known is any word. */
const WELL_KNOWN = 20_000;

/**
 * People's names in a text: known ones, full names by their first name, and what capitals tell after "with".
 *
 * @param facts whom the films are by and with
 */
export function createPeopleReader(
  { people, filler }: Words,
  vocabulary: Phrases<unknown>,
  { fameOf, namesakes }: Pick<FactIndex, "fameOf" | "namesakes">,
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
    if (common.has(token.word)) return false;
    const means = vocabulary.at(tokens, at);
    return !means || (announced && means.length === 1 && !tokens[at + 1]);
  };

  /** "Movies by anderson": a word alone that nothing else is meant by, and that well-known people are called. */
  const isLastName = (tokens: readonly Token[], at: number): boolean =>
    !meansSomething(tokens, at) && fameOf([tokens[at]!.word]) >= WELL_KNOWN;

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
    const announced = isAnnounced(tokens, at);
    const written = announced && token.capital && !meansSomething(tokens, at);
    const sure = isSurelyAnnounced(tokens, at) && !meansSomething(tokens, at);
    const alone = (announced || BEFORE_LIKENESS.test(tokens[at - 1]?.word ?? "")) && isLastName(tokens, at);
    if (!isFirstName(tokens, at) && !written && !sure && !alone) return undefined;

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
    } else if (!written && !alone) return undefined;
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
      const end = star ? at + star.length : nameEnd(tokens, at);
      if (end === undefined || tokens.slice(at, end).some(isTaken)) continue;
      const last = tokens[end - 1]!;
      const name = star?.values[0] ?? titleCase(said.slice(start, last.end));
      const isOfSeveral = namesakes(name).some((one) => ROLE.test(one.name));
      const role = isOfSeveral ? roleSaid(said.slice(0, start), said.slice(last.end)) : "";
      found.push({ name: name + role, start, end: last.end });
      at = end - 1;
    }
    return found;
  };
}

/** What tells two of one name apart. */
const ROLE = / \((?:director|actor)\)$/;
const DOES = { director: "director|filmmaker|film-maker", actor: "actor|actress|star" };
const BEFORE_A_DIRECTOR = new RegExp(`\\b(?:directed by|${DOES.director}) $`, "i");
const BEFORE_AN_ACTOR = new RegExp(`\\b(?:starring|${DOES.actor}) $`, "i");
const BEHIND_A_DIRECTOR = new RegExp(`^,? (?:the |\\()?(?:${DOES.director})\\b`, "i");
const BEHIND_AN_ACTOR = new RegExp(`^,? (?:the |\\()?(?:${DOES.actor})\\b`, "i");

/** What is said of somebody to tell them from others of the name: " (director)". */
function roleSaid(before: string, behind: string): string {
  if (BEFORE_A_DIRECTOR.test(before) || BEHIND_A_DIRECTOR.test(behind)) return " (director)";
  return BEFORE_AN_ACTOR.test(before) || BEHIND_AN_ACTOR.test(behind) ? " (actor)" : "";
}

const titleCase = (name: string): string =>
  name.replace(/'s$/, "").replace(/(?<!\p{L}|')\p{Ll}/gu, (letter) => letter.toUpperCase());
