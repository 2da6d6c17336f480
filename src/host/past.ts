import type { Past } from "../conversation/person.ts";
import type { Store, UserKey } from "../store/store.ts";

/**
 * Runs a pure function of what a person said and was shown. What it asks for is looked up when it asks, and it is run
 * again with that at hand: most turns ask for nothing, and none for all of a long past but those that list it.
 */
export async function withPast<T>(store: Store, user: UserKey, run: (past: Past) => T): Promise<T> {
  const found = new Map<string, unknown>();
  const known = <Value>(what: string, lookUp: () => Promise<Value>): Value => {
    if (!found.has(what)) throw new NotAtHand(what, lookUp);
    return found.get(what) as Value;
  };
  const past: Past = {
    logOn: (movie) => known(`log on ${movie}`, () => store.logOn(user, movie)),
    latest: (count) => known(`latest ${count}`, () => store.latestSaid(user, count)),
    suggestion: (id) => known(`suggestion ${id}`, () => store.suggestionTo(user, id)),
    log: () => known("log", () => store.log(user)),
    suggestions: () => known("suggestions", () => store.suggestions(user)),
  };
  for (;;) {
    try {
      return run(past);
    } catch (asked) {
      if (!(asked instanceof NotAtHand)) throw asked;
      found.set(asked.what, await asked.lookUp());
    }
  }
}

/** Thrown through the function that asks, and caught here alone. */
class NotAtHand extends Error {
  override name = "NotAtHand";
  readonly what: string;
  readonly lookUp: () => Promise<unknown>;

  constructor(what: string, lookUp: () => Promise<unknown>) {
    super(`${what} is looked up first`);
    this.what = what;
    this.lookUp = lookUp;
  }
}
