import type { Config } from "../../src/host/config.ts";
import { openReader } from "../../src/host/open-reader.ts";
import { openWorld } from "../../src/host/open-world.ts";
import type { LlmSettings } from "../../src/intent/llm/settings.ts";
import type { Hearing } from "./talk.ts";

/** Whatever a measurement asks of a model, it asks in one day. */
const NO_LIMIT = { dailyPerPerson: Number.MAX_SAFE_INTEGER, dailyInAll: Number.MAX_SAFE_INTEGER };

/** What is shipped, to be talked to. @param llm reads requests first; absent: the rules alone */
export async function openHearing(config: Config, llm?: LlmSettings): Promise<Hearing> {
  const world = await openWorld(config.MATINEE_ARTIFACTS, config.MATINEE_POLICY);
  const reader = await openReader(world, {
    wordsFolder: config.MATINEE_WORDS,
    ...(llm && { llm: { ...llm, ...NO_LIMIT } }),
  });
  return { world, reader };
}
