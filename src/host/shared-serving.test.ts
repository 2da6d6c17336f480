/** Machines on one PostgreSQL serve the same models, each from a folder of its own. */
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeOtherModel } from "../artifacts/testing/other-model.ts";
import { writeSmallModel } from "../artifacts/testing/small-model.ts";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { promote, readServing, rollBack } from "../operations/models/models-folder.ts";
import { decidingOn, servingNow } from "../operations/models/shared-serving.ts";
import { openPostgresStore } from "../store/postgres/open.ts";
import { openSignals } from "../store/postgres/signals.ts";
import { missing, newDatabase, realName } from "../store/postgres/testing/shared-server.ts";
import { openWorld } from "./open-world.ts";
import { openServing } from "./serving.ts";
import { followSharedServing } from "./shared-serving.ts";

const name = missing === undefined ? realName : `${realName}, skipped for ${missing}`;
const POLICY = "data/policy.yaml";

async function machines() {
  const folder = await temporaryFolder();
  const database = await newDatabase();
  await (await openPostgresStore(database)).close(); // migrated
  const shipped = await writeSmallModel(join(folder, "shipped"));
  const other = await writeOtherModel(join(folder, "other"), shipped);
  const models = (machine: string) => join(folder, machine, "matinee.db-models");

  /** A process of that machine; looks by itself only where it hears no signals. */
  async function starts(machine: string, hears = true) {
    const troubles: string[] = [];
    const signals = hears ? await openSignals(database, () => {}) : undefined;
    const decided = await followSharedServing({
      database,
      models: models(machine),
      signals,
      everyMs: hears ? 3_600_000 : 20,
      onTrouble: (error) => troubles.push((error as Error).message),
    });
    const served = await openServing({
      models: models(machine),
      shipped,
      open: async (from) => ({ world: await openWorld(from, POLICY) }),
      onChanged: () => {},
      onTrouble: (error) => troubles.push(String(error)),
      everyMs: 5,
    });
    onTestFinished(async () => {
      served.close();
      await decided.close();
      await signals?.close();
    });
    return { troubles, decided, version: () => served.world.recommender.model.version };
  }

  const promoteOn = (machine: string, atMs = 1) =>
    decidingOn(database, models(machine), () =>
      promote(models(machine), { model: other, judged: other, why: "better", atMs }),
    );
  return { folder, database, models, other, starts, promoteOn };
}

test.skipIf(missing !== undefined)(
  `a model that is promoted on one machine is taken in by every other, whichever way it hears of it, and so is going back (${name})`,
  async () => {
    const { database, models, starts, promoteOn } = await machines();
    const [one, two] = [await starts("one"), await starts("two", false)];
    const before = one.version();
    const promoted = await promoteOn("three");
    await expect.poll(one.version).toBe(promoted);
    await expect.poll(two.version).toBe(promoted);
    expect(existsSync(join(models("one"), promoted, "manifest.json"))).toBe(true);
    expect(existsSync(join(models("one"), `${promoted}-judged`, "manifest.json"))).toBe(true);
    expect((await starts("four")).version()).toBe(promoted); // that starts later
    await decidingOn(database, models("two"), () => rollBack(models("two"), 2));
    await expect.poll(one.version).toBe(before);
    expect((await servingNow(database, models("three"))).history).toHaveLength(2);
    expect([...one.troubles, ...two.troubles]).toEqual([]);
  },
);

test.skipIf(missing !== undefined)(
  `where the model cannot be had people are served as before, until it can (${name})`,
  async () => {
    const { models, starts, promoteOn } = await machines();
    const one = await starts("one", false);
    const before = one.version();
    const promoted = await promoteOn("two");
    await rename(models("two"), `${models("two")}-away`);
    const late = await starts("three", false);
    await expect.poll(() => late.troubles).toHaveLength(1);
    expect(late.troubles[0]).toMatch(
      new RegExp(
        `^Model ${promoted} was promoted on .*, and lies there in ${models("two")}: .*copy ${promoted} into`,
      ),
    );
    expect(late.version()).toBe(before);
    await rename(`${models("two")}-away`, models("two"));
    await expect.poll(late.version).toBe(promoted);
  },
);

test.skipIf(missing !== undefined)(
  `of two who decide at once the second goes by what the first decided, and neither is lost (${name})`,
  async () => {
    const { database, models, promoteOn, other } = await machines();
    const promoted = await promoteOn("one");
    let isFirst = true;
    const decided = await decidingOn(database, models("one"), async () => {
      if (isFirst) await decidingOn(database, models("two"), () => rollBack(models("two"), 2)); // meanwhile
      isFirst = false;
      return rollBack(models("one"), 3, promoted);
    });
    expect(decided).toBe(promoted);
    const { champion, history } = await servingNow(database, models("two"));
    expect([champion, history.map(({ atMs }) => atMs)]).toEqual([promoted, [3, 2, 1]]);
    expect(await readServing(models("one"))).toEqual(await readServing(models("two")));
    await rm(other, { recursive: true });
  },
);
