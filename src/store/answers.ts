/**
 * What everybody answered and was shown, for learning from it: person by person, of one moment, from a file that bots go on writing to.
 * Whoever was forgotten is not in it, and neither is whoever said no.
 */
import type { Database } from "better-sqlite3";
import { isPostgres } from "./address.ts";
import { type LogRow, logEntryOf } from "./log-row.ts";
import { closeDatabase, openDatabase } from "./open-database.ts";
import { patiently } from "./patience.ts";
import type { Exposure, PersonsAnswers } from "./persons-answers.ts";
import { booleanOf, type Consent, mayTeach, teachesOf } from "./teaching.ts";

interface Member {
  readonly id: number;
  readonly person: number;
  readonly teaches: number | null;
}

/**
 * @param take is given each person in turn
 * @throws StoreError where the file is none of Matinee's, or a row cannot be understood
 */
export async function readAnswers(
  file: string,
  consent: Consent,
  take: (answers: PersonsAnswers) => void,
): Promise<void> {
  if (isPostgres(file)) {
    const { readPostgresAnswers } = await import("./postgres/answers.ts");
    return readPostgresAnswers(file, consent, take);
  }
  const database = await openDatabase(file);
  try {
    const read = database.transaction(() => {
      const answersOf = answersIn(database);
      for (const group of groupsIn(database)) if (mayTeach(group.teaches, consent)) take(answersOf(group));
    });
    await patiently(() => read());
  } finally {
    closeDatabase(database);
  }
}

/** A person, who may be several users. */
export interface Group {
  readonly person: number;
  readonly members: readonly number[];
  readonly teaches: boolean | null;
}

/** Everybody who is remembered, by person. */
export function groupsIn(database: Database): Group[] {
  const users = database
    .prepare<[], Member>("SELECT id, person, teaches FROM users ORDER BY person, id")
    .all();
  const groups: Group[] = [];
  for (let first = 0, end = 0; first < users.length; first = end) {
    const { person } = users[first]!;
    while (users[end]?.person === person) end++;
    const members = users.slice(first, end);
    groups.push({
      person,
      members: members.map(({ id }) => id),
      teaches: teachesOf(members.map(({ teaches }) => booleanOf(teaches))),
    });
  }
  return groups;
}

export function answersIn(database: Database): (group: Group) => PersonsAnswers {
  const log = database.prepare<[number], LogRow & Numbered>("SELECT * FROM log WHERE user = ?");
  const shown = database.prepare<[number], Exposure & Numbered>(
    "SELECT seq, id, movie, at_ms AS atMs, model, turn FROM suggestions WHERE user = ?",
  );
  return ({ person, members }) => ({
    person,
    log: members
      .flatMap((id) => log.all(id))
      .sort(inOrder)
      .map((row) => logEntryOf(row, database.name)),
    exposures: members
      .flatMap((id) => shown.all(id))
      .sort(inOrder)
      .map(({ seq: _, ...exposure }) => exposure),
  });
}

interface Numbered {
  readonly seq: number;
}

const inOrder = (a: Numbered, b: Numbered): number => a.seq - b.seq;
