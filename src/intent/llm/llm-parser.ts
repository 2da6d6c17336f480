import {
  afterCancelled,
  afterFailure,
  type Circuit,
  closedCircuit,
  enterCircuit,
} from "../../remote/circuit.ts";
import type { IntentParser, Parsed } from "../parser.ts";
import type { Setting } from "../setting.ts";
import type { Understood } from "../understood.ts";
import { asAnswer, readModelAnswer } from "./answer.ts";
import { createAsk, type Deadline, type Failure, failure, type LlmCall } from "./ask.ts";
import { createDailyBudget } from "./budget.ts";
import { type AnswerCache, cacheKey } from "./cache.ts";
import { PROMPT_VERSION, promptFor, repairOf } from "./prompt.ts";
import type { LlmSettings } from "./settings.ts";

export interface LlmParserOptions {
  readonly settings: LlmSettings;
  readonly cache: AnswerCache;
  /** The year of the newest film of the catalogue. */
  readonly lastYear: number;
  /** Milliseconds since 1970: all that has to do with time goes by this clock. */
  readonly now: () => number;
  /** From the text to the answer, all attempts together. Default: 4000 */
  readonly timeoutMs?: number;
  /** Told of every HTTP request, for the log. Default: nobody is */
  readonly onCall?: (call: LlmCall) => void;
}

const TIMEOUT_MS = 4000;

type Understanding = Understood & { readonly kind: "understood" };

export interface LlmParser extends IntentParser {
  /** Whether the endpoint is asked, left alone for a while, or tried again. */
  readonly circuit: Circuit["kind"];
}

/** Reads texts with a language model. Whatever becomes of the endpoint is a value, and comes within the timeout. */
export function createLlmParser(options: LlmParserOptions): LlmParser {
  const { settings, cache, lastYear, now, timeoutMs = TIMEOUT_MS, onCall = () => {} } = options;
  const ask = createAsk({ settings, now, onCall });
  const budget = createDailyBudget({ perPerson: settings.dailyPerPerson, inAll: settings.dailyInAll });
  let circuit: Circuit = closedCircuit;

  /** Asks, and once more where the answer cannot be read. */
  async function understand(
    text: string,
    setting: Setting,
    today: string,
    deadline: Deadline,
  ): Promise<Understanding | Failure> {
    const messages = promptFor(text, { today, lastYear }, setting);
    const first = await ask(messages, deadline);
    if (first.kind === "failure") return first;
    const read = readModelAnswer(first.text, first.cutOff);
    if (read.ok) return { ...read, kind: "understood" };
    const second = await ask([...messages, ...repairOf(first.text, read.problem)], deadline);
    if (second.kind === "failure") return second;
    const mended = readModelAnswer(second.text, second.cutOff);
    return mended.ok ? { ...mended, kind: "understood" } : failure("badAnswer");
  }

  return {
    get circuit() {
      return circuit.kind;
    },
    async parse(text, signal, person, settingOf = async () => ({})) {
      if (text.trim() === "") return failed("unclear");
      const today = new Date(now()).toISOString().slice(0, "YYYY-MM-DD".length);
      const setting = await settingOf();
      const key = cacheKey({
        text,
        setting,
        model: settings.model,
        promptVersion: PROMPT_VERSION,
        year: Number.parseInt(today, 10),
        lastYear,
      });
      const kept = await cache.get(key, now());
      const remembered = kept === undefined ? undefined : readModelAnswer(kept, false);
      if (remembered?.ok) return remembered;
      if (signal.aborted) return failed("timeout");

      const entered = enterCircuit(circuit, now());
      if (!entered) return failed("circuitOpen");
      if (!budget.spend(person, now())) return failed("budget");
      circuit = entered;
      const outcome = await within(timeoutMs, signal, (limited) =>
        understand(text, setting, today, { signal: limited, endMs: now() + timeoutMs }),
      );
      circuit = circuitAfter(outcome, signal);
      if (isFailure(outcome)) return failed(outcome.why);
      const { kind: _, ...understood } = outcome;
      await cache.put(key, JSON.stringify(asAnswer(understood)), now());
      return { ok: true, ...understood };
    },
  };

  /** An endpoint that answers is well, though what it says may not be; and who gives up early cannot blame it. */
  function circuitAfter(outcome: Understanding | Failure, signal: AbortSignal): Circuit {
    if (!isFailure(outcome) || outcome.why === "badAnswer" || outcome.why === "refused") return closedCircuit;
    if (signal.aborted) return afterCancelled(circuit, now());
    return afterFailure(circuit, now(), outcome.waitMs);
  }
}

/**
 * Runs a task under a signal that aborts with another one, or when the time is up. Written out because Node 20
 * may collect AbortSignal.any([..., AbortSignal.timeout()]) as garbage before it fires.
 */
async function within<T>(
  timeoutMs: number,
  outer: AbortSignal,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const giveUp = () => limit.abort();
  const timer = setTimeout(giveUp, timeoutMs);
  outer.addEventListener("abort", giveUp, { once: true });
  try {
    return await task(limit.signal);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener("abort", giveUp);
  }
}

const isFailure = (outcome: Understanding | Failure): outcome is Failure => outcome.kind === "failure";
const failed = (why: Extract<Parsed, { ok: false }>["why"]): Parsed => ({ ok: false, why });
