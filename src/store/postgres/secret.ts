import { randomBytes } from "node:crypto";
import { sharedPool } from "./open.ts";

/** A secret made by chance when it is first asked for, the same for every process. The database is migrated already. */
export async function secretOn(address: string, name: string): Promise<string> {
  const database = await sharedPool(address);
  try {
    return await database.write(async (sql) => {
      await sql.run(
        "INSERT INTO secrets (name, secret) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        name,
        randomBytes(32).toString("base64url"),
      );
      const row = await sql.get<{ secret: string }>("SELECT secret FROM secrets WHERE name = $1", name);
      return row!.secret;
    });
  } finally {
    await database.close();
  }
}
