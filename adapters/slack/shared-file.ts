import type { Did } from "../../src/host/adapter.ts";
import { bringingFrom } from "../../src/host/bring.ts";
import type { SharedFile } from "./incoming.ts";

const MAY_NOT: Did = {
  kind: "brought",
  history: {
    unusable: "I may not read files here: the app needs the scope files:read. Ask whoever runs it.",
  },
};

/** Reads a file as the bot may: without the scope for it Slack hands a page over to sign in on. */
export const readSharedFile =
  (botToken: string, fetch: typeof globalThis.fetch) =>
  async ({ url, ...file }: SharedFile): Promise<Did> => {
    let isPage = false;
    const fetched = async (): Promise<Response> => {
      const response = await fetch(url, { headers: { authorization: `Bearer ${botToken}` } });
      isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
      return response;
    };
    const did = await bringingFrom(file, fetched, "Slack");
    return isPage ? MAY_NOT : did;
  };
