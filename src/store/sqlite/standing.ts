import type { Database } from "better-sqlite3";
import type { Dialogue } from "../../conversation/dialogue.ts";
import { bytesOf, dialogueOf, doublesOf } from "../rows.ts";
import type { Change, StoredEmbedding } from "../store.ts";

/** Where people stand: what is known of their taste, and where each conversation was left. To be run within transactions. */
export function standingIn(database: Database) {
  const statements = prepare(database);
  return {
    dialogue(user: number, conversation: string): Dialogue | undefined {
      const stored = statements.dialogue.get(user, conversation);
      return stored && dialogueOf(stored.dialogue);
    },
    /** Those that this program can read. */
    dialogues: (users: readonly number[]) =>
      users
        .flatMap((user) => statements.dialogues.all(user))
        .flatMap((stored) => {
          const dialogue = dialogueOf(stored.dialogue);
          return dialogue ? [{ conversation: stored.conversation, dialogue }] : [];
        }),
    embedding(user: number): StoredEmbedding | undefined {
      const row = statements.embedding.get(user);
      const values = row && doublesOf(row.embedding);
      return values && { modelVersion: row.model_version, values };
    },
    /** @param person all users who are one with this one; the first keeps what is known of all */
    put(
      user: number,
      person: readonly number[],
      { embedding, conversation, dialogue }: Pick<Change, "embedding" | "conversation" | "dialogue">,
    ): void {
      statements.putEmbedding.run(person[0]!, embedding.modelVersion, bytesOf(embedding.values));
      statements.putDialogue.run(user, conversation, JSON.stringify(dialogue));
    },
  };
}

function prepare(database: Database) {
  const statement = <Parameters extends unknown[], Row = unknown>(sql: string) =>
    database.prepare<Parameters, Row>(sql);
  return {
    dialogue: statement<[number, string], { dialogue: string }>(
      "SELECT dialogue FROM dialogues WHERE user = ? AND conversation = ?",
    ),
    dialogues: statement<[number], { conversation: string; dialogue: string }>(
      "SELECT conversation, dialogue FROM dialogues WHERE user = ? ORDER BY conversation",
    ),
    putDialogue: statement<[number, string, string]>(
      "INSERT OR REPLACE INTO dialogues (user, conversation, dialogue) VALUES (?, ?, ?)",
    ),
    embedding: statement<[number], { model_version: string; embedding: Buffer }>(
      "SELECT model_version, embedding FROM embeddings WHERE user = ?",
    ),
    putEmbedding: statement<[number, string, Buffer]>(
      "INSERT OR REPLACE INTO embeddings (user, model_version, embedding) VALUES (?, ?, ?)",
    ),
  };
}
