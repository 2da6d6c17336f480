/** Two people of one name, told apart by what they did and when: nothing else is known of them but the names in credits. */
import { CREW_ROLES, type KnownPerson, type Role, withRole } from "./person.ts";

/** All that people of one name did in one role. */
export interface Parts {
  /** Of films, each once. */
  readonly rows: number[];
  /** Of those films, where known. */
  readonly years: number[];
  /** Shares in the ratings of the films. */
  fame: number;
}

export interface OneName {
  readonly name: string;
  readonly words: readonly string[];
  readonly parts: Partial<Record<Role, Parts>>;
}

/** Hardly anybody acts in films, does nothing in them for so many years, and then directs them, or the other way round. */
const LONGEST_PAUSE_YEARS = 25;
/** Of what was acted so much: somebody long dead is shown in a film about them, too. */
const MOST_APART = 0.8;
/** Fewer films prove nothing: a director is seen in a film about directing. */
const FEWEST_FILMS = 3;

/**
 * Who directs and acts, and for each other role one who is found by it: of them all, those by whom the name is best known are meant
 * where no role is said. The films of a director who is better known for what they wrote are those they wrote, too.
 */
export function peopleOf(oneName: OneName): KnownPerson[] {
  const { name, words, parts } = oneName;
  const own = onScreenOrDirecting(oneName).map((one) => withScripts(one, parts));
  const crew = CREW_ROLES.flatMap((role): KnownPerson[] => {
    const part = parts[role];
    return part ? [{ name: withRole(name, role), role, words, rows: part.rows, fame: part.fame }] : [];
  });
  const others = crew.reduce((most, { fame }) => Math.max(most, fame), 0);
  const ownFame = own.reduce((sum, { fame }) => sum + fame, 0);
  const isOwn = ownFame >= others;
  const meant = isOwn ? undefined : crew.find(({ fame }) => fame === others);
  return [
    ...own.map((one) => (isOwn ? one : { ...one, isAside: true })),
    ...crew.map((one) => (one === meant ? one : { ...one, isAside: true })),
  ];
}

function withScripts(person: KnownPerson, { director, writer }: OneName["parts"]): KnownPerson {
  if (!director || !writer || person.role !== undefined || person.fame > writer.fame) return person;
  const rows = [...new Set([...person.rows, ...writer.rows])];
  return { ...person, rows, fame: person.fame + writer.fame };
}

/** One person, or one for each role where what was acted is far in time from all that was directed. */
function onScreenOrDirecting({ name, words, parts }: OneName): KnownPerson[] {
  const { director, actor } = parts;
  if (!director && !actor) return [];
  if (director && actor && areApart(director, actor))
    return [
      { name: withRole(name, "actor"), role: "actor", words, rows: actor.rows, fame: actor.fame },
      { name: withRole(name, "director"), role: "director", words, rows: director.rows, fame: director.fame },
    ];
  const rows =
    director && actor ? [...new Set([...director.rows, ...actor.rows])] : (director ?? actor)!.rows;
  return [{ name, words, rows, fame: (director?.fame ?? 0) + (actor?.fame ?? 0) }];
}

function areApart(directed: Parts, acted: Parts): boolean {
  if (Math.min(directed.years.length, acted.years.length) < FEWEST_FILMS) return false;
  const isFar = (year: number) =>
    directed.years.every((other) => Math.abs(year - other) >= LONGEST_PAUSE_YEARS);
  return acted.years.filter(isFar).length >= MOST_APART * acted.years.length;
}
