/**
 * Holds a transaction open until its input ends.
 * Usage: node holding-process.js <database> <statements, of which the first is BEGIN>
 */
import { once } from "node:events";
import Database from "better-sqlite3";

const [file = "", statements = ""] = process.argv.slice(2);
const database = new Database(file);
for (const statement of statements.split(";")) {
  const prepared = database.prepare(statement);
  if (prepared.reader) prepared.all();
  else prepared.run();
}
process.stdout.write("begun\n");
process.stdin.resume();
await once(process.stdin, "end");
database.exec("COMMIT");
database.close();
