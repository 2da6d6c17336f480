import type { PostgresDatabase } from "../sql.ts";

/** Takes every row out of a database of ours, so that the next test finds it as it was made. */
export async function emptied(database: PostgresDatabase): Promise<void> {
  await database.write(async (sql) => {
    const tables = await sql.all<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'matinee_migrations'",
    );
    if (tables.length > 0) await sql.script(tables.map(({ name }) => `DELETE FROM ${name};`).join(" "));
  });
}
