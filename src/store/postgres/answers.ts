/** What everybody answered and was shown, from a PostgreSQL: src/store/answers.ts. */
import { type LogRow, logEntryOf } from "../log-row.ts";
import type { Exposure, PersonsAnswers } from "../persons-answers.ts";
import { booleanOf, type Consent, mayTeach, teachesOf } from "../teaching.ts";
import { sharedPool } from "./open.ts";
import type { Sql } from "./sql.ts";

/** People who are read at a time. */
export const PEOPLE = 500;

export interface Member {
  readonly id: number;
  readonly person: number;
  readonly teaches: number | null;
}
type Owned<Row> = Row & { readonly user_id: number };

export async function readPostgresAnswers(
  address: string,
  consent: Consent,
  take: (answers: PersonsAnswers) => void,
): Promise<void> {
  const database = await sharedPool(address);
  try {
    await database.alone(async (sql) => {
      await sql.script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1");
      for (let last = 0; ; ) {
        const members = await membersBehind(sql, last);
        if (members.length === 0) break;
        last = members.at(-1)!.person;
        for (const answers of await answersOf(sql, members, database.name))
          if (mayTeach(answers.teaches, consent)) take(answers);
      }
      await sql.script("COMMIT; SELECT 1");
    });
  } finally {
    await database.close();
  }
}

/** The users of the next people, by person. @param last the person before them */
export const membersBehind = (sql: Sql, last: number): Promise<Member[]> =>
  sql.all<Member>(
    `SELECT id, person, teaches FROM users WHERE person IN (
       SELECT DISTINCT person FROM users WHERE person > $1 ORDER BY person LIMIT $2
     ) ORDER BY person, id`,
    last,
    PEOPLE,
  );

/** Of each person, in the order of the members. */
export async function answersOf(
  sql: Sql,
  members: readonly Member[],
  name: string,
): Promise<(PersonsAnswers & { readonly teaches: boolean | null })[]> {
  const users = members.map(({ id }) => id);
  const personOf = new Map(members.map(({ id, person }) => [id, person]));
  const log = byPerson(
    await sql.all<Owned<LogRow>>("SELECT * FROM log WHERE user_id = ANY($1::bigint[]) ORDER BY seq", users),
    personOf,
  );
  const shown = byPerson(
    await sql.all<Owned<Exposure>>(
      `SELECT user_id, id, movie, at_ms AS "atMs", model, turn FROM suggestions WHERE user_id = ANY($1::bigint[]) ORDER BY seq`,
      users,
    ),
    personOf,
  );
  return [...new Set(members.map(({ person }) => person))].map((person) => ({
    person,
    teaches: teachesOf(
      members.filter((member) => member.person === person).map(({ teaches }) => booleanOf(teaches)),
    ),
    log: (log.get(person) ?? []).map((row) => logEntryOf(row, name)),
    exposures: (shown.get(person) ?? []).map(({ user_id: _, ...exposure }) => exposure),
  }));
}

function byPerson<Row extends { readonly user_id: number }>(
  rows: readonly Row[],
  personOf: ReadonlyMap<number, number>,
): Map<number, Row[]> {
  const grouped = new Map<number, Row[]>();
  for (const row of rows) {
    const person = personOf.get(row.user_id)!;
    const own = grouped.get(person);
    if (own) own.push(row);
    else grouped.set(person, [row]);
  }
  return grouped;
}
