/** How an interaction is answered: acknowledged within Discord's 3 s, then as many messages as come. */
import {
  type APIEmbed,
  type ChatInputCommandInteraction,
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
} from "discord.js";
import { isLate, isRepeated, unlessClosed } from "./api-error.ts";
import type { Drawing } from "./render.ts";

export interface Reply {
  /** undefined where the interaction cannot be answered any more, as after 15 minutes, and nothing was shown. */
  send(drawing: Drawing, privately: boolean): Promise<Message | undefined>;
  /** Changes a message sent here before; false where it cannot be reached this way any more. */
  edit(message: string, embeds: APIEmbed[]): Promise<boolean>;
  /** All is said. Clears "thinking" away where nothing was. */
  finish(): Promise<void>;
}

/** The answer can still be private or not: that is fixed only by what is sent first. */
type Opening = "open" | "thinking" | "answered" | "lost";

/**
 * The first message answers directly, so that its card decides who sees it; where none has come in time the
 * answer is deferred, and `deferPrivately` decides.
 */
export function slashReply(
  interaction: ChatInputCommandInteraction,
  { slowAfterMs, deferPrivately }: { readonly slowAfterMs: number; readonly deferPrivately: boolean },
): Reply {
  let state: Opening = "open";
  let deferring: Promise<void> | undefined;
  const timer = setTimeout(() => {
    deferring = defer();
    deferring.catch(() => {}); // whoever sends next hears of it
  }, slowAfterMs);

  async function defer(): Promise<void> {
    state = "thinking";
    try {
      await interaction.deferReply(deferPrivately ? { flags: MessageFlags.Ephemeral } : {});
    } catch (error) {
      if (isRepeated(error)) interaction.deferred = true;
      else if (isLate(error)) state = "lost";
      else throw error;
    }
  }

  async function first(drawing: Drawing, privately: boolean): Promise<Message | undefined> {
    clearTimeout(timer);
    state = "answered";
    try {
      const response = await interaction.reply({ ...drawing, ...flagsOf(privately), withResponse: true });
      return response.resource?.message ?? undefined;
    } catch (error) {
      if (isLate(error)) state = "lost";
      else if (isRepeated(error)) interaction.replied = true;
      else throw error;
    }
    return state === "lost" ? undefined : interaction.fetchReply();
  }

  async function instead(drawing: Drawing, privately: boolean): Promise<Message> {
    state = "answered";
    if (!privately || deferPrivately) return interaction.editReply(drawing);
    // The deferral was public and cannot be made private any more, nor can a first follow-up be.
    await interaction.editReply("The answer is for you alone.");
    return interaction.followUp({ ...drawing, ...flagsOf(true) });
  }

  return {
    async send(drawing, privately) {
      if (state === "open") return first(drawing, privately);
      await deferring;
      if (state === "lost") return undefined;
      if (state === "thinking") return instead(drawing, privately);
      return unlessClosed(interaction.followUp({ ...drawing, ...flagsOf(privately) }));
    },
    edit: (message, embeds) => editThrough(interaction, message, embeds),
    async finish() {
      clearTimeout(timer);
      await deferring;
      if (state === "open") await first(SILENCE, true);
      else if (state === "thinking") await interaction.editReply(SILENCE);
    },
  };
}

/** A button is acknowledged at once; what it brings follows as new messages. */
export async function pressReply(interaction: MessageComponentInteraction): Promise<Reply> {
  let lost = false;
  try {
    await interaction.deferUpdate();
  } catch (error) {
    if (isRepeated(error)) interaction.deferred = true;
    else if (isLate(error)) lost = true;
    else throw error;
  }
  return {
    send: async (drawing, privately) =>
      lost ? undefined : unlessClosed(interaction.followUp({ ...drawing, ...flagsOf(privately) })),
    edit: async (message, embeds) => !lost && editThrough(interaction, message, embeds),
    finish: async () => {},
  };
}

async function editThrough(
  interaction: ChatInputCommandInteraction | MessageComponentInteraction,
  message: string,
  embeds: APIEmbed[],
): Promise<boolean> {
  return (await unlessClosed(interaction.editReply({ message, embeds }))) !== undefined;
}

/** Nothing came of a command: better said than left "thinking". */
const SILENCE = {
  content: "Nothing came of that. Please try again.",
  embeds: [],
  components: [],
  files: [],
  allowedMentions: { parse: [] },
} satisfies Drawing;

const flagsOf = (privately: boolean): { flags?: MessageFlags.Ephemeral } =>
  privately ? { flags: MessageFlags.Ephemeral } : {};
