import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { createMetrics } from "./metrics.ts";
import type { Tally } from "./tally.ts";

const someMetrics = async (waiting: Record<string, number> = {}) => {
  const folder = await temporaryFolder();
  const database = join(folder, "some.db");
  writeFileSync(database, "x".repeat(1000));
  const metrics = createMetrics({
    store: {
      waitedFor: async (platform) =>
        Array.from({ length: waiting[platform] ?? 0 }, (_, nth) => ({ platform, id: String(nth) })),
    },
    database,
    backups: join(folder, "backups"),
    versions: { matinee: "1.2.3", model: "tiny" },
  });
  const lines = async () => (await metrics.registry.metrics()).split("\n");
  return { metrics, lines };
};

const told: string[] = [];
const tally: Tally = {
  took: (...all) => void told.push(`took ${all.join(" ")}`),
  failed: (platform, doing) => void told.push(`failed ${platform} ${doing}`),
  refused: (...all) => void told.push(`refused ${all.join(" ")}`),
  called: ({ outcome }) => void told.push(`called ${outcome}`),
  unsent: (why) => void told.push(`unsent ${why}`),
  answeredFor: (platform, { trait }) => void told.push(`answered for ${platform} ${trait}`),
  flush: async () => {},
  close: async () => {},
};

test("what is counted for the day is counted here as well, by platform and by what went wrong", async () => {
  const { metrics, lines } = await someMetrics();
  const counting = metrics.counting(tally);
  counting.took("slack", "said", 12);
  counting.took("slack", "said", 700);
  counting.failed("discord", "showing", Object.assign(new Error("no"), { code: 50013 }));
  counting.refused("web", 429);
  counting.called({
    model: "m",
    outcome: "timeout",
    latencyMs: 4000,
    promptTokens: 300,
    completionTokens: 0,
  });
  counting.unsent("circuitOpen");
  expect(told).toEqual([
    "took slack said 12",
    "took slack said 700",
    "failed discord showing",
    "refused web 429",
    "called timeout",
    "unsent circuitOpen",
  ]);
  for (const line of [
    'matinee_turn_duration_seconds_bucket{le="0.01",platform="slack",did="said"} 0',
    'matinee_turn_duration_seconds_bucket{le="0.015",platform="slack",did="said"} 1',
    'matinee_turn_duration_seconds_count{platform="slack",did="said"} 2',
    'matinee_errors_total{platform="discord",doing="showing",code="50013"} 1',
    'matinee_refused_requests_total{platform="web",status="429"} 1',
    'matinee_llm_call_duration_seconds_bucket{le="4",outcome="timeout"} 1',
    'matinee_llm_tokens_total{kind="prompt"} 300',
    'matinee_llm_unsent_total{why="circuitOpen"} 1',
    'matinee_info{version="1.2.3",model="tiny"} 1',
    "matinee_database_bytes 1000",
    "matinee_backup_timestamp_seconds 0",
  ])
    expect(await lines()).toContain(line);
});

test("a platform is up once it listens, and tells who waits there and what is under way", async () => {
  const { metrics, lines } = await someMetrics({ discord: 3 });
  const discord = metrics.platform("discord");
  expect(await lines()).toContain('matinee_platform_up{platform="discord"} 0');
  discord.isUp(true);
  const ended = discord.began();
  discord.began();
  ended();
  expect(await lines()).toEqual(
    expect.arrayContaining([
      'matinee_platform_up{platform="discord"} 1',
      'matinee_events_under_way{platform="discord"} 1',
      'matinee_outbox_people{platform="discord"} 3',
    ]),
  );
});
