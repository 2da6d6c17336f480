/** Whose answers are others than at the last look, in a PostgreSQL: src/store/following-answers.ts. */
import type { ChangedAnswers, FollowingAnswers } from "../persons-answers.ts";
import { booleanOf, type Consent, mayTeach } from "../teaching.ts";
import { answersOf, type Member, membersBehind, PEOPLE } from "./answers.ts";
import { migrate } from "./migrate.ts";
import { sharedPool } from "./open.ts";
import type { Sql } from "./sql.ts";

/** Numbers are given before they are committed: what is so much later than another has been committed behind it, or never is. */
const SETTLED_MS = 60_000;
/** Who was linked, forgotten or opted out is looked for this often: for that all people are passed over. */
const PEOPLE_MS = 30_000;
/** Users that are told apart by one sum. */
const IN_A_SUM = 10_000;

/** @param clock in milliseconds */
export async function followPostgresAnswers(
  address: string,
  consent: Consent,
  clock: () => number,
): Promise<FollowingAnswers> {
  const database = await sharedPool(address);
  await migrate(database);
  /** Of every user: the person, and whether they may be learned from. */
  const known = new Map<number, string>();
  const sums = new Map<number, string>();
  /** Of users who answered lately, the number of their latest row. */
  const latest = new Map<number, number>();
  /** When which was the latest number of all. */
  let seen: { readonly atMs: number; readonly seq: number }[] = [];
  let peopleMs = Number.NEGATIVE_INFINITY;
  let isBegun = false;
  let isClosed = false;

  const note = (members: readonly Member[]): void => {
    for (const member of members) known.set(member.id, stateOf(member));
  };

  async function* everybody(): AsyncGenerator<ChangedAnswers> {
    for (let last = 0; !isClosed; ) {
      const page = await database.moment(async (sql) => {
        const members = await membersBehind(sql, last);
        return { members, answers: await answersOf(sql, members, database.name) };
      });
      if (page.members.length === 0) return;
      last = page.members.at(-1)!.person;
      note(page.members);
      for (const { teaches, ...answers } of page.answers)
        if (mayTeach(teaches, consent)) yield { person: answers.person, answers };
    }
  }

  async function* these(persons: readonly number[]): AsyncGenerator<ChangedAnswers> {
    for (let from = 0; from < persons.length && !isClosed; from += PEOPLE) {
      const some = persons.slice(from, from + PEOPLE);
      const page = await database.moment(async (sql) => {
        const members = await sql.all<Member>(
          "SELECT id, person, teaches FROM users WHERE person = ANY($1::bigint[]) ORDER BY person, id",
          some,
        );
        return { members, answers: await answersOf(sql, members, database.name) };
      });
      note(page.members);
      const found = new Map(
        page.answers.map(({ teaches, ...answers }) => [answers.person, { teaches, answers }]),
      );
      for (const person of some) {
        const now = found.get(person);
        yield { person, answers: now && mayTeach(now.teaches, consent) ? now.answers : undefined };
      }
    }
  }

  /** The persons of those who answered or took something back since the last look. */
  async function whoAnswered(): Promise<number[]> {
    const nowMs = clock();
    const since = seen.findLast(({ atMs }) => atMs <= nowMs - SETTLED_MS) ?? seen[0]!;
    seen = seen.filter(({ seq }) => seq >= since.seq);
    const rows = await database.read((sql) =>
      sql.all<{ user_id: number; seq: number; person: number }>(
        `SELECT user_id, max(seq) AS seq, min(person) AS person FROM log JOIN users ON users.id = user_id
         WHERE seq > $1 GROUP BY user_id`,
        since.seq,
      ),
    );
    const changed = rows.filter(({ user_id, seq }) => (latest.get(user_id) ?? 0) < seq);
    latest.clear();
    for (const { user_id, seq } of rows) latest.set(user_id, seq);
    seen.push({ atMs: nowMs, seq: Math.max(seen.at(-1)!.seq, ...rows.map(({ seq }) => seq)) });
    return changed.map(({ person }) => person);
  }

  /** The persons of those who were linked or parted, forgotten, or have said whether they may be learned from. */
  async function whoIsAnother(): Promise<number[]> {
    if (clock() - peopleMs < PEOPLE_MS) return [];
    peopleMs = clock();
    const persons = new Set<number>();
    const now = await database.read(sumsOf);
    for (const at of new Set([...sums.keys(), ...now.keys()])) {
      if (sums.get(at) === now.get(at)) continue;
      const members = await database.read((sql) => membersIn(sql, at));
      const there = new Map(members.map((member) => [member.id, stateOf(member)]));
      for (let id = at * IN_A_SUM; id < (at + 1) * IN_A_SUM; id++) {
        const [before, after] = [known.get(id), there.get(id)];
        if (before === after) continue;
        for (const state of [before, after]) if (state !== undefined) persons.add(personIn(state));
        if (after === undefined) known.delete(id);
        else known.set(id, after);
      }
    }
    sums.clear();
    for (const [at, sum] of now) sums.set(at, sum);
    return [...persons];
  }

  return {
    async *changed() {
      if (isClosed) return;
      if (!isBegun) {
        seen = [{ atMs: clock(), seq: await database.read(latestSeq) }];
        for (const [at, sum] of await database.read(sumsOf)) sums.set(at, sum);
        peopleMs = clock();
        yield* everybody();
        isBegun = true;
        return;
      }
      const persons = new Set([...(await whoAnswered()), ...(await whoIsAnother())]);
      yield* these([...persons]);
    },
    close() {
      isClosed = true;
      void database.close();
    },
  };
}

const stateOf = ({ person, teaches }: Member): string => `${person} ${booleanOf(teaches)}`;
const personIn = (state: string): number => Number(state.split(" ")[0]);

const latestSeq = async (sql: Sql): Promise<number> =>
  (await sql.get<{ seq: number }>("SELECT coalesce(max(seq), 0) AS seq FROM log"))!.seq;

async function sumsOf(sql: Sql): Promise<Map<number, string>> {
  const rows = await sql.all<{ at: number; sum: string }>(
    `SELECT id / ${IN_A_SUM} AS at, count(*) || ' ' || sum(id * 3 + coalesce(teaches, 2) + hashint8(person)::bigint * (id % 1009 + 1)) AS sum
     FROM users GROUP BY 1`,
  );
  return new Map(rows.map(({ at, sum }) => [at, sum]));
}

const membersIn = (sql: Sql, at: number): Promise<Member[]> =>
  sql.all<Member>(
    "SELECT id, person, teaches FROM users WHERE id >= $1 AND id < $2",
    at * IN_A_SUM,
    (at + 1) * IN_A_SUM,
  );
