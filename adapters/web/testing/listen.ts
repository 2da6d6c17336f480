/** For tests: a page that is open. */
export interface Listening {
  /** What was told so far. */
  events(): readonly { readonly kind: string; readonly data: string }[];
  /** Resolves when the server has let it go. */
  readonly ended: Promise<void>;
  close(): void;
}

export const listen = (address: string, cookie: string): Promise<Listening> =>
  listenAt(`${address}/people/me/events`, cookie);

export async function listenAt(events: string, cookie: string): Promise<Listening> {
  const closing = new AbortController();
  const response = await fetch(events, {
    headers: { cookie },
    signal: closing.signal,
  });
  let text = "";
  const read = async (): Promise<void> => {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) text += chunk;
  };
  return {
    events: () =>
      text.split("\n\n").flatMap((block) => {
        const [, kind, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
        return kind !== undefined && data !== undefined ? [{ kind, data }] : [];
      }),
    ended: read().catch(() => {}),
    close: () => closing.abort(),
  };
}
