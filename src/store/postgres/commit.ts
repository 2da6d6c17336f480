/** One event of a person, all of it or nothing. */
import { dayOf } from "../figures.ts";
import type { CommitOutcome } from "../keys.ts";
import { bytesOf } from "../rows.ts";
import type { Change } from "../store.ts";
import { addCounts, counting, keepUnread, turnsOf } from "./figures.ts";
import { addEntries, addRefusals, addSuggestions, type pastIn, putSnapshot } from "./past.ts";
import { addShowing } from "./showings.ts";
import type { Sql, Undo } from "./sql.ts";
import { addUser, isUser, lockedMembersOf, outcomeOfAnother } from "./users.ts";

export async function commit(
  sql: Sql,
  undo: Undo,
  change: Change,
  past: ReturnType<typeof pastIn>,
): Promise<CommitOutcome> {
  const { user, event, atMs } = change;
  const members = await lockedMembersOf(sql, user);
  const own = members.find(isUser(user)) ?? (await addUser(sql, user));
  if (!own) return undo(await outcomeOfAnother(sql, user, event));
  const added = await sql.run(
    "INSERT INTO events (user_id, id, at_ms) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
    own.id,
    event,
    atMs,
  );
  if (added === 0) return undo("duplicate");
  if (own.revision !== change.revision) return undo("conflict");
  const person = members.length === 0 ? [own.id] : members.map(({ id }) => id);

  const retracted = change.entries.flatMap((entry) => (entry.kind === "retraction" ? [entry.retracts] : []));
  const said = await past.saidBy(sql, person, retracted);
  const answered = [...change.entries, ...[...said.values()].map(({ entry }) => entry)].flatMap((entry) =>
    entry.kind === "retraction" ? [] : (entry.suggestion ?? []),
  );
  const counted = counting(
    change,
    own,
    (id) => {
      const entry = said.get(id)?.entry;
      return entry?.kind === "retraction" ? undefined : entry;
    },
    await turnsOf(sql, answered),
  );

  // sent at once, in this order
  await Promise.all([
    addEntries(sql, own.id, change.entries, (entry) => said.get(entry)?.user),
    addSuggestions(sql, own.id, change, counted.turns),
    addRefusals(sql, own.id, change.refusals ?? []),
    putWhereTheyStand(sql, own.id, person, change),
    ...change.showings.map((showing) => addShowing(sql, own.id, showing)),
    keepReaction(sql, own.id, change),
    keepPreferences(sql, own.id, person, change),
    keepUnread(sql, own, change),
    sql.run(
      `UPDATE users SET revision = $2, last_day = CASE id WHEN $3 THEN $4 ELSE last_day END,
         session = CASE id WHEN $3 THEN $5 ELSE session END WHERE id = ANY($1::bigint[])`,
      person,
      event,
      own.id,
      dayOf(atMs),
      JSON.stringify(counted.session),
    ),
  ]);
  // last, for others may wait for it
  const { platform } = user;
  await addCounts(
    sql,
    counted.counted.map(({ day, what, by }) => ({ day, platform, what, count: by })),
    own.id,
  );
  return "committed";
}

/** @param person the first keeps what is known of all */
async function putWhereTheyStand(
  sql: Sql,
  user: number,
  person: readonly number[],
  { embedding, dialogue, conversation, snapshot }: Change,
): Promise<void> {
  await Promise.all([
    sql.run(
      `INSERT INTO embeddings (user_id, model_version, embedding) VALUES ($1, $2, $3)
       ON CONFLICT (user_id) DO UPDATE SET model_version = excluded.model_version, embedding = excluded.embedding`,
      person[0],
      embedding.modelVersion,
      bytesOf(embedding.values),
    ),
    sql.run(
      `INSERT INTO dialogues (user_id, conversation, dialogue) VALUES ($1, $2, $3)
       ON CONFLICT (user_id, conversation) DO UPDATE SET dialogue = excluded.dialogue`,
      user,
      conversation,
      JSON.stringify(dialogue),
    ),
    ...(snapshot ? [putSnapshot(sql, person, snapshot)] : []),
  ]);
}

async function keepReaction(sql: Sql, user: number, { reaction, atMs }: Change): Promise<void> {
  if (!reaction) return;
  const { message, gesture, stands } = reaction;
  if (stands)
    await sql.run(
      "INSERT INTO reactions (user_id, message, gesture, at_ms) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
      user,
      message,
      gesture,
      atMs,
    );
  else
    await sql.run(
      "DELETE FROM reactions WHERE user_id = $1 AND message = $2 AND gesture = $3",
      user,
      message,
      gesture,
    );
}

async function keepPreferences(
  sql: Sql,
  id: number,
  person: readonly number[],
  { user: { platform }, preference, teaches }: Change,
): Promise<void> {
  if (teaches !== undefined)
    await sql.run("UPDATE users SET teaches = $2 WHERE id = ANY($1::bigint[])", person, Number(teaches));
  if (!preference) return;
  const { private: isPrivate, place } = preference;
  if (place === undefined)
    await sql.run("UPDATE users SET private = $2 WHERE id = $1", id, Number(isPrivate));
  else if (isPrivate)
    await sql.run(
      "INSERT INTO private_places (platform, place) VALUES ($1, $2) ON CONFLICT DO NOTHING",
      platform,
      place,
    );
  else await sql.run("DELETE FROM private_places WHERE platform = $1 AND place = $2", platform, place);
}
