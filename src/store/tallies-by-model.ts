import { isPostgres } from "./address.ts";
import { closeDatabase, openDatabase } from "./open-database.ts";
import { patiently } from "./patience.ts";
import type { PersonsTally } from "./persons-tally.ts";

/** Of suggestions since then, by person and model. What was taken back does not count. */
export async function talliesByModel(file: string, sinceMs: number): Promise<PersonsTally[]> {
  if (isPostgres(file)) return (await import("./postgres/facts.ts")).talliesByModelOn(file, sinceMs);
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
  if (isPostgres(file)) return (await import("./postgres/facts.ts")).answersSinceOn(file, sinceMs);
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
