/** Requests of this platform: none is waited for without end, and all can be ended at once. */
export interface Network {
  /** Resolves with the whole of the answer. */
  readonly fetch: typeof globalThis.fetch;
  /** Requests are cut off that are under way so much later. */
  close(withinMs: number): void;
}

const TIMEOUT_MS = 15_000;

export function createNetwork(): Network {
  const underWay = new Set<AbortController>();
  return {
    async fetch(url, init) {
      const request = new AbortController();
      const timer = setTimeout(() => request.abort(new Error(`no answer in ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
      underWay.add(request);
      try {
        const response = await globalThis.fetch(url, { ...init, signal: request.signal });
        const body = await response.arrayBuffer();
        return new Response(body.byteLength > 0 ? body : null, response);
      } finally {
        clearTimeout(timer);
        underWay.delete(request);
      }
    },
    close(withinMs) {
      setTimeout(() => {
        for (const request of underWay) request.abort(new Error("stopped"));
      }, withinMs).unref();
    },
  };
}
