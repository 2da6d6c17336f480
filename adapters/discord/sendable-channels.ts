import type { Client, SendableChannels } from "discord.js";
import { unlessClosed } from "./api-error.ts";

/** The channel of this id, if the bot may write there. */
export type Sendable = (id: string) => Promise<SendableChannels | undefined>;

export const sendableChannels =
  (client: Client): Sendable =>
  async (id) => {
    const channel = await unlessClosed(client.channels.fetch(id));
    return channel?.isSendable() ? channel : undefined;
  };
