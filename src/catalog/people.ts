/** The people who made films or are in them, found by their names as somebody types them. */
import { createNameCorrection } from "./name-correction.ts";
import { wordsOf } from "./normalise.ts";
import { type OneName, peopleOf } from "./one-name.ts";
import { isCrewRole, type KnownPerson, type Person, type Role, roleIn, withRole } from "./person.ts";

export type { Person } from "./person.ts";

export interface PeopleIndex {
  /**
   * The person, or the family, whom a name means: the full name, a last or a first name that hardly anybody else known has,
   * with typing errors. Undefined where nobody is known by it, or several are about as well known. Who does several things is
   * meant as whom they are best known for, unless a role stands behind the name or before it: "John Carpenter (composer)".
   */
  find(name: string): Person | undefined;
  /** Those who have a name that several are known by, best known first, at most five; none where find() knows whom it means. */
  namesakes(name: string): readonly Person[];
  /**
   * How well the best known of those is known who have exactly this full or last name, in shares of ratings; 0 where nobody
   * has it.
   *
   * @param words as wordsOf gives them
   */
  fameOf(words: readonly string[]): number;
}

/** Somebody's part in a film. */
export interface Credit {
  readonly name: string;
  readonly role: Role;
  /** How much of the film's fame is theirs: 1 for who plays the lead. */
  readonly share: number;
}

/** One of several namesakes is meant if known so many times better than the next. */
const CLEARLY = 3;
/** Who neither directs nor acts is meant by a part of a name if known so many times better than those who do. */
const OUTSHINES = 8;
/** Namesakes with so much of their films in common are a family that works together. */
const SHARED = 0.5;
/** In words. */
const LONGEST_NAME = 5;
/** Of namesakes so many, the best known, may be a family, and are told. */
const MOST_RELATED = 12;
const MOST_TOLD = 5;
/** Plurals and companies: "the Coens", "Coen brothers". */
const AROUND_A_NAME = new Set(["the", "brothers", "bros", "sisters", "siblings"]);
/** What is said beside a name to tell its bearers apart: "Steve McQueen the director". */
const SAID_OF_ROLES: ReadonlyMap<string, Role> = new Map([
  ["director", "director"],
  ["filmmaker", "director"],
  ["actor", "actor"],
  ["actress", "actor"],
  ["composer", "composer"],
  ["cinematographer", "cinematographer"],
  ["writer", "writer"],
  ["screenwriter", "writer"],
  ["author", "author"],
  ["novelist", "author"],
]);
const FAMILY = /\b(?:brothers|bros|sisters|siblings)\b|^the .*s$/i;

/**
 * @param films by row, the credits of those who directed them or are in them, and the year
 * @param fameOf how well a film is known, in ratings
 * @param nicknamed the name that somebody's nickname stands for, by its words with single spaces: "the rock"
 */
export function createPeopleIndex(
  films: Iterable<readonly [row: number, credits: readonly Credit[], year?: number | undefined]>,
  fameOf: (row: number) => number,
  nicknamed: (name: string) => string | undefined = () => undefined,
): PeopleIndex {
  const people = new Map<string, readonly KnownPerson[]>();
  const byWord = new Map<string, KnownPerson[]>();
  const byKey = new Map<string, OneName>();
  const credited = new Map<string, OneName>();
  /** Whom films credit so, however they spell it. */
  const creditedAs = (name: string): OneName => {
    const words = wordsOf(name);
    const key = words.join(" ");
    const known = byKey.get(key) ?? { name, words: withJoined(words), parts: {} };
    byKey.set(key, known);
    credited.set(name, known);
    return known;
  };
  for (const [row, credits, year] of films) {
    for (const { name, role, share } of credits) {
      const { parts } = credited.get(name) ?? creditedAs(name);
      const own = parts[role] ?? { rows: [], years: [], fame: 0 };
      parts[role] = own;
      own.fame += share * fameOf(row);
      if (own.rows.at(-1) === row) continue;
      own.rows.push(row);
      if (year !== undefined) own.years.push(year);
    }
  }
  for (const [key, oneName] of byKey) {
    const known = peopleOf(oneName);
    people.set(key, known);
    for (const one of known) for (const word of new Set(one.words)) append(byWord, word, one);
  }
  byKey.clear();
  credited.clear();
  const corrections = createNameCorrection(byWord);

  /**
   * Everybody whose name holds all of the words, best known by them first. Those who direct and act are meant before others, who
   * are only where they are known by far better.
   */
  const withAll = ({ words, role }: Called): KnownPerson[] => {
    const [first = "", ...others] = words;
    const all = (byWord.get(first) ?? [])
      .filter((known) => others.every((word) => known.words.includes(word)) && does(known, role))
      .sort((a, b) => standing(b, words) - standing(a, words));
    const best = all.find((known) => !isCrewRole(known.role));
    if (!best) return all;
    const least = OUTSHINES * standing(best, words);
    return all.filter((known) => !isCrewRole(known.role) || standing(known, words) >= least);
  };

  const meant = (called: Called, asFamily: boolean): Person | undefined => {
    const { words, role } = called;
    const full = people.get(words.join(" "))?.filter((known) => does(known, role)) ?? [];
    if (full.length > 0 && words.length > 1) {
      const one = clearest(
        [...full].sort((a, b) => b.fame - a.fame),
        words,
      );
      return one && personOf(one);
    }
    const namesakes = withAll(called);
    const related = asFamily ? familyAmong(namesakes) : undefined;
    const clear = clearest(namesakes, words);
    return related ?? (clear ? personOf(clear) : familyAmong(namesakes.slice(0, 2)));
  };

  const calledIn = (name: string): Called => {
    const said = wordsOf(name.replace(/['’]s(?= |$)/g, ""));
    const role =
      said.length > 1 ? (SAID_OF_ROLES.get(said.at(-1)!) ?? SAID_OF_ROLES.get(said[0]!)) : undefined;
    const spoken = role ? said.filter((word) => !SAID_OF_ROLES.has(word)) : said;
    const words = spoken.filter((word) => !AROUND_A_NAME.has(word));
    const meaning = nicknamed(spoken.join(" ")) ?? nicknamed(words.join(" ")) ?? words.join(" ");
    return { words: wordsOf(meaning), ...(role && { role }) };
  };
  const mayBeName = ({ words }: Called) => words.length > 0 && words.length <= LONGEST_NAME;

  /** As it was said and in the singular; of a family, or where hardly anybody is known by the plural, the singular first. */
  const formsOf = (called: Called, asFamily: boolean): Called[] => {
    const single = { ...called, words: singular(called.words) };
    const fame = (form: Called) => withAll(form)[0]?.fame ?? 0;
    return asFamily || fame(single) > CLEARLY * fame(called) ? [single, called] : [called, single];
  };

  return {
    find(name) {
      const called = calledIn(name);
      if (!mayBeName(called)) return undefined;
      const asFamily = FAMILY.test(name.trim());
      const forms = formsOf(called, asFamily);
      for (const form of forms) {
        const person = meant(form, asFamily);
        if (person) return person;
      }
      if (forms.some((form) => withAll(form).length > 0)) return undefined; // somebody's, and nobody's in particular
      if (people.has(called.words.join(" "))) return undefined; // who did nothing of the kind
      const near = corrections
        .people(called.words)
        .filter((known) => does(known, called.role))
        .sort((a, b) => b.fame - a.fame);
      const nearest = near.length > 0 ? clearest(near, []) : undefined;
      if (nearest) return personOf(nearest);
      for (const words of corrections.words(called.words)) {
        const person = meant({ ...called, words }, asFamily);
        if (person) return person;
      }
      return undefined;
    },

    fameOf: (words) => {
      const whole = (people.get(words.join(" ")) ?? []).reduce((most, { fame }) => Math.max(most, fame), 0);
      const [first = "", ...others] = words;
      let most = whole;
      for (const known of byWord.get(first) ?? []) {
        const isSo =
          !known.isAside &&
          known.words.at(-1) === words.at(-1) &&
          others.every((word) => known.words.includes(word));
        if (isSo && known.fame > most) most = known.fame;
      }
      return most;
    },

    namesakes(name) {
      const called = calledIn(name);
      if (!mayBeName(called) || this.find(name)) return [];
      return withAll(called).slice(0, MOST_TOLD).map(personOf);
    },
  };
}

/** A name as somebody said it, and what they said its bearer does. */
interface Called {
  readonly words: readonly string[];
  readonly role?: Role;
}

function does({ role: own, isAside }: KnownPerson, role: Role | undefined): boolean {
  if (role === undefined) return !isAside;
  return own === role || (own === undefined && !isCrewRole(role));
}

const personOf = ({ name, rows }: KnownPerson): Person => ({ name, rows: new Set(rows) });

/** The first of them, best known first, where the second is hardly known beside it. */
function clearest(namesakes: readonly KnownPerson[], words: readonly string[]): KnownPerson | undefined {
  const [best, next] = namesakes;
  return best && (!next || standing(best, words) >= CLEARLY * standing(next, words)) ? best : undefined;
}

/** A last name says more of whom is meant than a first one. */
const standing = ({ words, fame }: KnownPerson, asked: readonly string[]): number =>
  asked.length === 0 || words.at(-1) === asked.at(-1) ? fame : fame / CLEARLY;

/** Two of one last name who mostly work together, the best known pair. */
function familyAmong(namesakes: readonly KnownPerson[]): Person | undefined {
  const some = namesakes.slice(0, MOST_RELATED);
  for (const [at, one] of some.entries()) {
    for (const other of some.slice(at + 1)) {
      if (one.words.at(-1) !== other.words.at(-1)) continue;
      const rows = new Set(other.rows);
      const shared = one.rows.filter((row) => rows.has(row)).length;
      if (shared < SHARED * Math.min(one.rows.length, rows.size)) continue;
      const { name, role } = roleIn(one.name);
      const last = name.slice(name.lastIndexOf(" ") + 1);
      return {
        name: role && isCrewRole(role) ? withRole(last, role) : last,
        rows: new Set([...one.rows, ...other.rows]),
      };
    }
  }
  return undefined;
}

/** Words before a last name that belong to it: "De Niro" is also typed "deniro". */
const PARTICLE = /^(?:de|del|della|di|da|du|des|la|le|van|von|der|den|mc|mac|o|st|el|al|ben)$/;

function withJoined(words: readonly string[]): readonly string[] {
  const last = words.at(-1);
  const before = words.at(-2);
  return last && before && PARTICLE.test(before) && words.length > 1 ? [before + last, ...words] : words;
}

/** "the coens" */
const singular = (words: readonly string[]): readonly string[] =>
  words.map((word, at) => (at === words.length - 1 ? word.replace(/s$/, "") : word));

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
