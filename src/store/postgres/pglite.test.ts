import type { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll } from "vitest";
import { eveningsContract } from "../evenings.contract.ts";
import { figuresContract } from "../figures.contract.ts";
import { linksContract } from "../links.contract.ts";
import { sharedPagesContract } from "../shared-pages.contract.ts";
import { storeContract } from "../store.contract.ts";
import { topListsContract } from "../top-lists.contract.ts";
import { createPostgresStore } from "./store.ts";
import { emptied } from "./testing/emptied.ts";
import { openPglite, pgliteDatabase } from "./testing/pglite.ts";

let pglite: PGlite;
beforeAll(async () => {
  pglite = await openPglite();
});
afterAll(() => pglite.close());

async function open() {
  const database = await pgliteDatabase(pglite, "ours");
  await emptied(database);
  return createPostgresStore(database);
}

storeContract("pglite", open);
eveningsContract("pglite", open);
figuresContract("pglite", open);
linksContract("pglite", open);
sharedPagesContract("pglite", open);
topListsContract("pglite", open);
