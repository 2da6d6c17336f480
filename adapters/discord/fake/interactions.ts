/** Commands, buttons and completions, from the person's client to the bot. */
import { PermissionFlagsBits } from "discord.js";
import type { FakeGateway } from "./gateway.ts";
import { channelObject, memberObject, messageObject, userObject } from "./objects.ts";
import { commandFor, type SlashOption, slashData } from "./slash-data.ts";
import type { FakeChannel, FakeInteraction, FakeMessage, FakeUser, FakeWorld } from "./world.ts";

/** For the first answer to an interaction. Discord waits for 3 s; here it is longer, so that a busy machine fails no test. */
const ANSWER_WITHIN_MS = 15_000;

export interface Invoked {
  /** The first message that came of it and is not "thinking" any more; rejects where the bot did not respond. */
  readonly answer: Promise<FakeMessage>;
  /** Resolves when the bot has acknowledged it; rejects where it did not in time. */
  readonly acknowledged: Promise<void>;
}

export interface Interactions {
  /** `late`: it reaches the bot when Discord has stopped waiting. */
  slash(
    channel: FakeChannel,
    name: string,
    options?: Record<string, SlashOption>,
    how?: { late?: boolean },
  ): Invoked;
  press(message: FakeMessage, label: string, how?: { late?: boolean }): Invoked;
  /** What the autocompletion offers for a half-typed option. */
  completes(
    channel: FakeChannel,
    name: string,
    option: string,
    typed: string,
  ): Promise<{ name: string; value: string }[]>;
}

export function interactionsOf(world: FakeWorld, gateway: FakeGateway, user: FakeUser): Interactions {
  function invoke(
    kind: FakeInteraction["kind"],
    channel: FakeChannel,
    data: object,
    { late = false, on }: { late?: boolean; on?: FakeMessage },
  ): FakeInteraction {
    const id = world.newId();
    const interaction: FakeInteraction = {
      id,
      token: `token-${id}`,
      kind,
      user: user.id,
      channel: channel.id,
      openUntilMs: Date.now() + (late ? -1 : ANSWER_WITHIN_MS),
      acknowledged: false,
      followUps: [],
      changed: new Set(),
      ...(on && { original: on }),
    };
    world.interactions.set(id, interaction);
    gateway.dispatch(
      "INTERACTION_CREATE",
      { ...envelope(channel, interaction), data, ...(on && { message: messageObject(world, on) }) },
      0,
    );
    return interaction;
  }

  function envelope(channel: FakeChannel, { id, token, kind }: FakeInteraction): object {
    const { place } = channel;
    const inGuild = place.kind === "guild";
    return {
      id,
      token,
      application_id: world.application,
      type: { slash: 2, press: 3, complete: 4 }[kind],
      version: 1,
      channel_id: channel.id,
      channel: channelObject(world, channel),
      app_permissions: (place.kind === "group" ? PermissionFlagsBits.EmbedLinks : channel.botMay).toString(),
      locale: "en-US",
      entitlements: [],
      attachment_size_limit: 10_485_760,
      context: { guild: 0, dm: 1, group: 2 }[place.kind],
      authorizing_integration_owners: inGuild && place.botIsMember ? { 0: place.guild } : { 1: user.id },
      ...(inGuild
        ? {
            guild_id: place.guild,
            guild: { id: place.guild, locale: "en-US", features: [] },
            member: memberObject(user, user.manages ? PermissionFlagsBits.ManageGuild.toString() : "0"),
          }
        : { user: userObject(user) }),
    };
  }

  return {
    slash(channel, name, options = {}, how = {}) {
      const interaction = invoke("slash", channel, slashData(world, channel, name, options), how);
      return invoked(interaction, ({ original }) => (original && !original.loading ? original : undefined));
    },
    press(message, label, how = {}) {
      const shown = world.messages.get(message.id);
      if (!shown || (shown.onlyFor !== undefined && shown.onlyFor !== user.id))
        throw new Error("cannot see that message");
      const button = shown.components
        .flatMap(({ components }) => components)
        .find((one) => nameOf(one) === label);
      if (!button) throw new Error(`no button "${label}" on ${JSON.stringify(shown)}`);
      const data = { custom_id: button.custom_id, component_type: 2 };
      const interaction = invoke("press", world.channels.get(message.channel)!, data, { ...how, on: shown });
      return invoked(interaction, ({ followUps }) => followUps[0]);
    },
    async completes(channel, name, option, typed) {
      const others = commandFor(world, channel, name).options?.filter(({ required }) => required) ?? [];
      const options = { ...Object.fromEntries(others.map((one) => [one.name, ""])), [option]: typed };
      const interaction = invoke("complete", channel, slashData(world, channel, name, options, option), {});
      return [...(await settled(interaction, () => interaction.choices))];
    },
  };
}

const invoked = (
  interaction: FakeInteraction,
  answer: (from: FakeInteraction) => FakeMessage | undefined,
): Invoked => ({
  get answer() {
    return settled(interaction, () => answer(interaction));
  },
  get acknowledged() {
    return settled(interaction, () => interaction.acknowledged || undefined).then(() => {});
  },
});

const nameOf = ({
  label,
  emoji,
}: {
  label?: string | null | undefined;
  emoji?: { name?: string | null | undefined } | null | undefined;
}) => label ?? emoji?.name;
/** Waits until an interaction has what is looked for, as long as Discord shows "thinking". */
function settled<T>(interaction: FakeInteraction, look: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const found = look();
      if (found === undefined) return;
      clearTimeout(timer);
      interaction.changed.delete(check);
      resolve(found);
    };
    const timer = setTimeout(() => {
      interaction.changed.delete(check);
      reject(new Error("The application did not respond"));
    }, ANSWER_WITHIN_MS);
    interaction.changed.add(check);
    check();
  });
}
