import { closeDatabase, openDatabase } from "./open-database.ts";
import { patiently } from "./patience.ts";

/** What one person made of what one model suggested. */
export interface PersonsTally {
  readonly model: string;
  /** Liked, disliked, passed over or never wanted again; what was seen before says nothing of the suggestion. */
  readonly answered: number;
  readonly liked: number;
}

/** Of suggestions since then, by person and model. What was taken back does not count. */
export async function talliesByModel(file: string, sinceMs: number): Promise<PersonsTally[]> {
  const database = await openDatabase(file);
  try {
    const tallies = database.prepare<[number], PersonsTally>(
      `SELECT suggestions.model AS model, count(*) AS answered, sum(said.verdict IN ('favourite', 'like')) AS liked
       FROM suggestions
       JOIN users ON users.id = suggestions.user
       JOIN log AS said ON said.suggestion = suggestions.id AND said.user IN (SELECT id FROM users AS same WHERE same.person = users.person)
       WHERE suggestions.at_ms >= ? AND suggestions.model IS NOT NULL
         AND said.kind = 'feedback' AND said.verdict IN ('favourite', 'like', 'dislike', 'skip', 'never')
         AND NOT EXISTS (SELECT 1 FROM log AS taking WHERE taking.user = said.user AND taking.kind = 'retraction' AND taking.retracts = said.id)
       GROUP BY users.person, suggestions.model`,
    );
    return await patiently(() => tallies.all(sinceMs));
  } finally {
    closeDatabase(database);
  }
}

/** How many answers there are since then, taken back or not. */
export async function answersSince(file: string, sinceMs: number): Promise<number> {
  const database = await openDatabase(file);
  try {
    const count = database.prepare<[number], { answers: number }>(
      "SELECT count(*) AS answers FROM log WHERE kind = 'feedback' AND at_ms > ?",
    );
    return await patiently(() => count.get(sinceMs)!.answers);
  } finally {
    closeDatabase(database);
  }
}
