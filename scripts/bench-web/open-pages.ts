import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import { peopleOf } from "./load.ts";
import type { Server } from "./server.ts";

export interface OpenPages {
  /** From the answer of one person until all pages of theirs have heard of it, in milliseconds. */
  told(): Promise<number>;
  close(): void;
}

/** Opens so many pages of one person, and keeps them open. */
export async function openPages(server: Server, pages: number): Promise<OpenPages> {
  const { person } = (await peopleOf(server))[0]!;
  const { authorization, address } = server;
  const agent = new Agent({ maxSockets: pages });
  let heard = 0;
  const open = async (): Promise<IncomingMessage> => {
    const request = get(`${address}/people/${person}/events`, { agent, headers: { authorization } });
    const [response] = (await once(request, "response")) as [IncomingMessage];
    response.setEncoding("utf8").on("data", (chunk: string) => {
      if (chunk.includes("event: turn")) heard++;
    });
    return response;
  };
  const opened: IncomingMessage[] = [];
  for (let page = 0; page < pages; page++) opened.push(await open());
  return {
    async told() {
      heard = 0;
      const startedMs = performance.now();
      await fetch(`${address}/people/${person}/suggestions/${randomUUID()}`, {
        method: "PUT",
        headers: { authorization },
      });
      while (heard < pages) await new Promise((resolve) => setTimeout(resolve, 1));
      return Math.round(performance.now() - startedMs);
    },
    close() {
      for (const response of opened) response.destroy();
    },
  };
}
