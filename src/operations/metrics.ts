/** Figures of the process for Prometheus, of all its platforms. Nothing of what anybody said, and nobody's name. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Store } from "../store/store.ts";
import { databaseFacts } from "./database-facts.ts";
import { codeOf } from "./error-code.ts";
import type { Tally } from "./tally.ts";

/** In seconds; a turn is to take 15 ms, and a request to a language model 4 s at the most. */
const TURN_SECONDS = [0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const CALL_SECONDS = [0.1, 0.25, 0.5, 1, 2, 4, 8];

export interface MetricsOptions {
  readonly store: Pick<Store, "waitedFor">;
  readonly database: string;
  /** The folder in which copies of the database are kept. */
  readonly backups: string;
  readonly versions: { readonly matinee: string; readonly model: string };
}

export interface Metrics {
  readonly registry: Registry;
  /** Counts here what is counted there as well. */
  counting(tally: Tally): Tally;
  /** A platform that is to be listened to; up once it is, and down again when it is lost. */
  platform(name: string): PlatformMetrics;
}

export interface PlatformMetrics {
  isUp(up: boolean): void;
  /** Something came in; to be called when it has been dealt with. */
  began(): () => void;
}

export function createMetrics({ store, database, backups, versions }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "matinee_info",
    help: "Always 1; which versions run.",
    labelNames: ["version", "model"],
    registers,
  }).set({ version: versions.matinee, model: versions.model }, 1);

  const turns = new Histogram({
    name: "matinee_turn_duration_seconds",
    help: "How long it took to deal with what came in, by platform and by what was done.",
    labelNames: ["platform", "did"],
    buckets: TURN_SECONDS,
    registers,
  });
  const errors = new Counter({
    name: "matinee_errors_total",
    help: "What failed, by platform, what was being done and the error's code.",
    labelNames: ["platform", "doing", "code"],
    registers,
  });
  const refused = new Counter({
    name: "matinee_refused_requests_total",
    help: "Requests that were not served, by status.",
    labelNames: ["platform", "status"],
    registers,
  });
  const calls = new Histogram({
    name: "matinee_llm_call_duration_seconds",
    help: "How long requests to the language model took, by what came of them.",
    labelNames: ["outcome"],
    buckets: CALL_SECONDS,
    registers,
  });
  const tokens = new Counter({
    name: "matinee_llm_tokens_total",
    help: "Tokens, as the language model's endpoint counts them.",
    labelNames: ["kind"],
    registers,
  });
  const unsent = new Counter({
    name: "matinee_llm_unsent_total",
    help: "Texts that the language model was not asked about, by why.",
    labelNames: ["why"],
    registers,
  });

  const up = new Gauge({
    name: "matinee_platform_up",
    help: "1 while a platform is listened to.",
    labelNames: ["platform"],
    registers,
  });
  const underWay = new Gauge({
    name: "matinee_events_under_way",
    help: "What came in and has not been dealt with yet.",
    labelNames: ["platform"],
    registers,
  });
  const platforms = new Set<string>();
  new Gauge({
    name: "matinee_outbox_people",
    help: "People for whom something was decided and could not be shown yet.",
    labelNames: ["platform"],
    registers,
    async collect() {
      for (const platform of platforms) this.set({ platform }, (await store.waitedFor(platform)).length);
    },
  });
  new Gauge({
    name: "matinee_database_bytes",
    help: "Size of the database, with what waits beside it to be folded in.",
    registers,
    async collect() {
      this.set((await databaseFacts(database, backups)).bytes);
    },
  });
  new Gauge({
    name: "matinee_backup_timestamp_seconds",
    help: "When the newest copy of the database was made, in seconds since 1970; 0 where there is none.",
    registers,
    async collect() {
      const { backup } = await databaseFacts(database, backups);
      this.set(Math.round((backup?.atMs ?? 0) / 1000));
    },
  });

  return {
    registry,
    counting: (tally) => ({
      ...tally,
      took(platform, did, ms) {
        turns.observe({ platform, did }, ms / 1000);
        tally.took(platform, did, ms);
      },
      failed(platform, doing, error) {
        errors.inc({ platform, doing, code: codeOf(error) });
        tally.failed(platform, doing, error);
      },
      refused(platform, status) {
        refused.inc({ platform, status });
        tally.refused(platform, status);
      },
      called(call) {
        calls.observe({ outcome: call.outcome }, call.latencyMs / 1000);
        tokens.inc({ kind: "prompt" }, call.promptTokens);
        tokens.inc({ kind: "completion" }, call.completionTokens);
        tally.called(call);
      },
      unsent(why) {
        unsent.inc({ why });
        tally.unsent(why);
      },
    }),
    platform(name) {
      platforms.add(name);
      up.set({ platform: name }, 0);
      underWay.set({ platform: name }, 0);
      return {
        isUp: (isUp) => up.set({ platform: name }, isUp ? 1 : 0),
        began() {
          underWay.inc({ platform: name });
          return () => underWay.dec({ platform: name });
        },
      };
    },
  };
}
