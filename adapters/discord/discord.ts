/** Discord as the host sees it. Everything is translation: what happened becomes an Incoming, a Card becomes a message. */
import {
  ApplicationIntegrationType,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  Events,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  type Interaction,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
  Routes,
} from "discord.js";
import type { SuggestionId } from "../../src/conversation/person.ts";
import type { Adapter, Did, Incoming } from "../../src/host/adapter.ts";
import { withoutWords } from "./api-error.ts";
import { createClient, logIn } from "./client.ts";
import { readCustomId } from "./custom-id.ts";
import {
  conversationOf,
  isForUs,
  type MessageData,
  messageId,
  PLATFORM,
  type ReactionData,
  readPress,
  readReaction,
  readSlash,
  readWords,
  userKey,
} from "./incoming.ts";
import { LIMITS } from "./limits.ts";
import type { Log } from "./log.ts";
import { cutWithin } from "./markdown.ts";
import { createOutbox, type Occasion } from "./outbox.ts";
import { pressReply, type Reply, slashReply } from "./reply.ts";

export interface DiscordOptions {
  /** Discord has gone and will not be back by itself, as when the token was reset. Standard: logged. */
  readonly onLost?: (error: Error) => void;
  readonly token: string;
  /** Without version and trailing slash. Standard: https://discord.com/api */
  readonly api?: string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Movies that a half-typed title may mean, best first; `value` is what stands for it in a command. */
  /** A turn that takes longer shows that it is under way: "thinking" or "typing". Standard: 1,500. */
  readonly slowAfterMs?: number;
  readonly completeTitle: (typed: string) => readonly { readonly label: string; readonly value: string }[];
}

/** Discord waits 3 s for the first answer to an interaction; this leaves time for the way there. */
const SLOW_AFTER_MS = 1_500;
/** How long stop() waits for turns under way. */
const STOP_WITHIN_MS = 10_000;

export function createDiscord({
  token,
  api,
  log,
  now,
  completeTitle,
  slowAfterMs = SLOW_AFTER_MS,
  onLost = (error) => log.error({ err: error }, error.message),
}: DiscordOptions): Adapter {
  const client = createClient(api);
  const outbox = createOutbox(client, log);
  const turns = new Set<Promise<void>>();
  /** By person: events that wait until it is known what they are about. */
  const waiting = new Map<string, Promise<unknown>>();
  let listening = false;
  let onIncoming: (incoming: Incoming) => Promise<void> = async () => {};
  let stopping: Promise<void> | undefined;
  /** By shard: dispatches are numbered within a gateway session, and keep their number when a resume replays them. */
  const sessions = new Map<number, string>();
  const botId = (): string => client.user?.id ?? "";

  /** Hands an event to the host: those of one person in the order in which they happened. */
  async function take(
    event: string,
    user: string,
    did: Did | Promise<Did>,
    occasion: Occasion,
    privately: boolean | undefined,
  ): Promise<void> {
    const before = waiting.get(user);
    const ready = before || did instanceof Promise ? Promise.all([before, did]) : undefined;
    if (ready) waiting.set(user, ready);
    await ready;
    if (ready && waiting.get(user) === ready) waiting.delete(user);
    outbox.remember(event, occasion);
    await onIncoming({
      user: userKey(user),
      conversation: conversationOf(occasion.channel),
      event,
      atMs: now(),
      did: await did,
      ...(occasion.place && { place: occasion.place }),
      ...(occasion.alone ? { private: true } : privately !== undefined && { private: privately }),
    });
  }

  /** Keeps stop() waiting, and the program alive, whatever becomes of it. */
  function begin(what: string, turn: () => Promise<void>): void {
    if (!listening) return;
    const done = turn()
      .catch((error: unknown) => log.error({ err: withoutWords(error) }, `${what} failed`))
      .finally(() => turns.delete(done));
    turns.add(done);
  }

  async function onMessage({ id, channel_id, guild_id, author, content }: MessageData): Promise<void> {
    const alone = guild_id === undefined;
    const occasion = {
      channel: channel_id,
      alone,
      member: true,
      reacts: true,
      ...(guild_id !== undefined && { answers: id, place: { id: guild_id, managed: false } }),
    };
    const typing = setTimeout(() => void showTyping(channel_id), slowAfterMs);
    const turn = take(`${PLATFORM}:${id}`, author.id, readWords(content, botId()), occasion, undefined);
    await turn.finally(() => clearTimeout(typing));
  }

  async function showTyping(channel: string): Promise<void> {
    try {
      await client.rest.post(Routes.channelTyping(channel));
    } catch (error) {
      log.warn({ err: withoutWords(error) }, "cannot show typing");
    }
  }

  async function onReaction(
    kind: "gestured" | "gestureTakenBack",
    data: ReactionData,
    event: string,
  ): Promise<void> {
    const gesture = readReaction(data, botId());
    if (!gesture) return;
    const { channel_id, guild_id, user_id, message_id } = data;
    const message = messageId(channel_id, message_id);
    const gestured = (suggestion: SuggestionId | undefined): Did => ({
      kind,
      gesture,
      on: suggestion === undefined ? { message } : { message, suggestion },
    });
    const carried = outbox.carriedBy(message);
    const did = carried instanceof Promise ? carried.then(gestured) : gestured(carried);
    const occasion = {
      channel: channel_id,
      alone: guild_id === undefined,
      member: true,
      reacts: true,
      ...(guild_id !== undefined && { place: { id: guild_id, managed: false } }),
    };
    await take(event, user_id, did, occasion, undefined);
  }

  /**
   * Messages and reactions as they came: discord.js itself drops those from direct messages that it has not
   * cached, and a bot is given no list of them at start.
   */
  function onDispatch({ t, d, s }: GatewayDispatchPayload, shard: number): void {
    const event = `${PLATFORM}:${sessions.get(shard)}:${s}`;
    switch (t) {
      case GatewayDispatchEvents.Ready:
        sessions.set(shard, d.session_id);
        break;
      case GatewayDispatchEvents.MessageCreate:
        if (isForUs(d, botId())) begin("a message", () => onMessage(d));
        break;
      case GatewayDispatchEvents.MessageReactionAdd:
        begin("a reaction", () => onReaction("gestured", d, event));
        break;
      case GatewayDispatchEvents.MessageReactionRemove:
        begin("a reaction", () => onReaction("gestureTakenBack", d, event));
        break;
    }
  }

  async function onSlash(interaction: ChatInputCommandInteraction): Promise<void> {
    const { dids, private: privately } = readSlash(interaction);
    const where = occasionOf(interaction);
    const reply = slashReply(interaction, {
      slowAfterMs,
      deferPrivately: privately === true && !where.alone,
    });
    for (const [nth, did] of dids.entries()) {
      const event = `${PLATFORM}:${interaction.id}${nth === 0 ? "" : `#${nth + 1}`}`;
      await take(event, interaction.user.id, did, { ...where, reply }, privately);
    }
    await reply.finish();
  }

  async function onPress(interaction: ButtonInteraction): Promise<void> {
    const press = readCustomId(interaction.customId);
    if (!press) return whisper(interaction, "That button is from before my time. Ask anew with /recommend.");
    if (press.owner !== undefined && press.owner !== interaction.user.id) {
      return whisper(interaction, "That is somebody else's. Start your own with /recommend.");
    }
    const reply: Reply = await pressReply(interaction);
    const { message, channelId } = interaction;
    const did = readPress(press, messageId(channelId, message.id));
    outbox.reaches(message.id, reply);
    const privately = did.kind !== "shared" && message.flags.has(MessageFlags.Ephemeral) ? true : undefined;
    await take(
      `${PLATFORM}:${interaction.id}`,
      interaction.user.id,
      did,
      { ...occasionOf(interaction), reply },
      privately,
    );
  }

  async function onTyping(interaction: AutocompleteInteraction): Promise<void> {
    const found = completeTitle(interaction.options.getFocused()).slice(0, LIMITS.choices);
    const choices = found.map(({ label, value }) => ({ name: cutWithin(label, LIMITS.choice), value }));
    await interaction.respond(choices);
  }

  function onInteraction(interaction: Interaction): void {
    if (interaction.isChatInputCommand()) begin("a command", () => onSlash(interaction));
    else if (interaction.isButton()) begin("a button", () => onPress(interaction));
    else if (interaction.isAutocomplete()) begin("an autocompletion", () => onTyping(interaction));
  }

  client.on(Events.Raw, onDispatch);
  client.on(Events.InteractionCreate, onInteraction);
  client.on(Events.Error, (error) => log.error({ err: withoutWords(error) }, "Discord client"));
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (listening)
      onLost(
        new Error(`Discord has ended the connection for good, with code ${code}. Is the token still valid?`),
      );
  });
  client.on(Events.ShardReconnecting, () => log.info({}, "connection to Discord lost, trying again"));
  client.on(Events.ShardResume, (_shard, replayed) =>
    log.info({ replayed }, "connection to Discord resumed"),
  );

  return {
    name: PLATFORM,
    capabilities: { reactions: true, buttons: true, edits: true, images: true, ephemeral: true },

    async start(listener) {
      onIncoming = listener;
      listening = true;
      await logIn(client, token);
    },

    send: outbox.send,
    edit: outbox.edit,

    stop() {
      stopping ??= hangUp();
      return stopping;
    },
  };

  async function hangUp(): Promise<void> {
    listening = false;
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, STOP_WITHIN_MS);
    });
    await Promise.race([Promise.all(turns).then(outbox.idle), tooLong]);
    clearTimeout(timer);
    await client.destroy();
  }
}

function occasionOf(interaction: ChatInputCommandInteraction | ButtonInteraction): Occasion {
  const { channelId, guildId, context, appPermissions, memberPermissions } = interaction;
  const { authorizingIntegrationOwners: owners } = interaction;
  const alone = context === InteractionContextType.BotDM;
  const member =
    alone ||
    (context === InteractionContextType.Guild &&
      owners[ApplicationIntegrationType.GuildInstall] !== undefined);
  const managed = memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  return {
    channel: channelId,
    alone,
    member,
    reacts: alone || appPermissions.has(NEEDED_TO_REACT),
    ...(guildId !== null && { place: { id: guildId, managed } }),
  };
}

const NEEDED_TO_REACT = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.AddReactions,
  PermissionFlagsBits.ReadMessageHistory,
];

async function whisper(interaction: ButtonInteraction, content: string): Promise<void> {
  await interaction.reply({ content, flags: MessageFlags.Ephemeral });
}
