/** Pages that are open, and what happens elsewhere meanwhile: server-sent events. */
import type { ServerResponse } from "node:http";

/** Proxies close what is silent for a minute. */
const HEARTBEAT_MS = 25_000;
/** What a page that does not read may fall behind, before it is let go: it comes back, and asks anew. In bytes. */
const MOST_BEHIND = 256 * 1024;

export interface Streams {
  /** Until the page is closed. */
  add(person: string, response: ServerResponse): void;
  /** False where the person has no page open. */
  tell(person: string, kind: string, data: unknown): boolean;
  isOpen(person: string): boolean;
  readonly open: number;
  /** Lets all pages go: they come back, and ask anew. */
  letGo(): void;
  /** The same, for good. */
  close(): void;
}

export function createStreams(): Streams {
  const pages = new Map<string, Set<ServerResponse>>();
  let open = 0;

  const remove = (person: string, response: ServerResponse): void => {
    const own = pages.get(person);
    if (!own?.delete(response)) return;
    open--;
    if (own.size === 0) pages.delete(person);
  };
  const write = (person: string, response: ServerResponse, text: string): void => {
    response.write(text);
    if (response.writableLength > MOST_BEHIND) {
      remove(person, response);
      response.destroy();
    }
  };
  const everywhere = function* () {
    for (const [person, own] of pages) for (const response of own) yield [person, response] as const;
  };
  const letGo = (): void => {
    for (const [, response] of [...everywhere()]) response.end();
    pages.clear();
    open = 0;
  };
  const beating = setInterval(() => {
    for (const [person, response] of everywhere()) write(person, response, ": still here\n\n");
  }, HEARTBEAT_MS).unref();

  return {
    add(person, response) {
      const own = pages.get(person) ?? new Set();
      pages.set(person, own.add(response));
      open++;
      response.on("close", () => remove(person, response));
      write(person, response, "retry: 2000\n\n");
    },
    tell(person, kind, data) {
      const own = pages.get(person);
      if (!own) return false;
      const text = `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
      for (const response of own) write(person, response, text);
      return true;
    },
    isOpen: (person) => pages.has(person),
    get open() {
      return open;
    },
    letGo,
    close() {
      clearInterval(beating);
      letGo();
    },
  };
}
