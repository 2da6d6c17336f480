import type { UserKey } from "../keys.ts";
import { refusalOf } from "../refusal-row.ts";
import { dialogueOf, doublesOf, postedOf } from "../rows.ts";
import type { UserExport } from "../store.ts";
import { booleanOf, teachesOf } from "../teaching.ts";
import { eveningsOf } from "./evenings.ts";
import { unreadBy } from "./figures.ts";
import { type pastIn, refusalRows } from "./past.ts";
import { sharedPagesOf } from "./shared-pages.ts";
import { messagesTo, reactionsOf, waiting } from "./showings.ts";
import type { Sql } from "./sql.ts";
import { recommendedTo } from "./top-lists.ts";
import { isUser, membersOf } from "./users.ts";

/** Everything about one person, to the byte as SQLite's store has it. To be run within one moment. */
export async function exported(
  sql: Sql,
  user: UserKey,
  past: ReturnType<typeof pastIn>,
  file: string,
): Promise<UserExport> {
  const members = await membersOf(sql, user);
  const users = members.map(({ id }) => id);
  const [settings, log, suggestions, refusals, embedding, dialogues, events, messages, showings] =
    await Promise.all([
      sql.all<{ id: number; private: number; teaches: number | null }>(
        "SELECT id, private, teaches FROM users WHERE id = ANY($1::bigint[])",
        users,
      ),
      past.log(sql, users),
      past.suggestions(sql, users),
      refusalRows(sql, users),
      sql.get<{ model_version: string; embedding: Buffer }>(
        "SELECT model_version, embedding FROM embeddings WHERE user_id = $1",
        users[0] ?? null,
      ),
      sql.all<{ conversation: string; dialogue: string }>(
        "SELECT conversation, dialogue FROM dialogues WHERE user_id = ANY($1::bigint[]) ORDER BY user_id, conversation",
        users,
      ),
      sql.all<{ id: string; atMs: number }>(
        `SELECT id, at_ms AS "atMs" FROM events WHERE user_id = ANY($1::bigint[]) ORDER BY user_id, at_ms, id`,
        users,
      ),
      messagesTo(sql, users),
      waiting(sql, users),
    ]);
  const [reactions, unread, evenings, recommendations, sharedPages] = await Promise.all([
    reactionsOf(sql, users),
    unreadBy(sql, users),
    eveningsOf(sql, users),
    recommendedTo(sql, users),
    sharedPagesOf(sql, users),
  ]);
  const own = members.find(isUser(user))?.id;
  const values = embedding && doublesOf(embedding.embedding);
  return {
    user,
    linked: members.filter(({ id }) => id !== own).map(({ platform, platform_id: id }) => ({ platform, id })),
    log,
    suggestions,
    refusals: refusals.map((row) => refusalOf(row, file)),
    embedding: values ? { modelVersion: embedding!.model_version, values: [...values] } : null,
    dialogues: dialogues.flatMap((stored) => {
      const dialogue = dialogueOf(stored.dialogue);
      return dialogue ? [{ conversation: stored.conversation, dialogue }] : [];
    }),
    events,
    messages: messages.map(postedOf),
    showings,
    reactions: reactions.map(({ message, gesture, at_ms: atMs }) => ({ message, gesture, atMs })),
    private: settings.find(({ id }) => id === own)?.private === 1,
    teaches: teachesOf(settings.map(({ teaches }) => booleanOf(teaches))),
    unread: [...unread].sort(),
    evenings,
    recommendations,
    sharedPages,
  };
}
