/** What the bot answers to interactions, under their tokens. */
import { InteractionResponseType, MessageFlags } from "discord.js";
import { readCallback, readChoices, readDeferral, readMessage } from "./forms.ts";
import type { RestRequest, Routes } from "./http.ts";
import { messageObject } from "./objects.ts";
import type { Posts } from "./posts.ts";
import { refuse } from "./refusal.ts";
import type { FakeInteraction, FakeMessage, FakeWorld } from "./world.ts";

/** How long an interaction's token lives. */
const TOKEN_MS = 15 * 60_000;

export function interactionRoutes(world: FakeWorld, { post, edit }: Posts): Routes {
  /** The first answer to an interaction. */
  function callback(request: RestRequest): unknown {
    const interaction = world.interactions.get(request.at.interaction ?? "");
    if (!interaction || interaction.token !== request.at.token) throw refuse.unknownInteraction();
    if (interaction.acknowledged) throw refuse.alreadyAcknowledged();
    if (Date.now() > interaction.openUntilMs) throw refuse.unknownInteraction();
    const { type, data } = readCallback(request.body);
    answer(interaction, type, { ...request, body: data });
    interaction.acknowledged = true;
    changed(interaction);
    if (request.query.get("with_response") !== "true") return undefined;
    const original = interaction.original;
    return {
      interaction: { id: interaction.id, type: interaction.kind === "slash" ? 2 : 3 },
      ...(original && { resource: { type, message: messageObject(world, original) } }),
    };
  }

  function answer(interaction: FakeInteraction, type: number, request: RestRequest): void {
    const channel = world.channels.get(interaction.channel)!;
    switch (type) {
      case InteractionResponseType.ChannelMessageWithSource:
        interaction.original = post(
          channel,
          request,
          onlyForCaller(interaction, readMessage(request.body).flags),
        );
        return;
      case InteractionResponseType.DeferredChannelMessageWithSource: {
        const whose = onlyForCaller(interaction, readDeferral(request.body)?.flags);
        interaction.original = post(channel, request, { ...whose, loading: true });
        return;
      }
      case InteractionResponseType.DeferredMessageUpdate:
        if (interaction.kind !== "press")
          throw refuse.invalidForm({ type: "only a component can be updated" });
        return;
      case InteractionResponseType.ApplicationCommandAutocompleteResult:
        interaction.choices = readChoices(request.body).choices;
        return;
      default:
        throw refuse.invalidForm({ type: `unknown interaction response type ${type}` });
    }
  }

  /** An interaction that this token still speaks for. */
  function interactionAt({ at }: RestRequest): FakeInteraction {
    const found = [...world.interactions.values()].find(({ token }) => token === at.token);
    if (!found?.acknowledged || Date.now() > found.openUntilMs + TOKEN_MS) throw refuse.unknownWebhook();
    return found;
  }

  function answerAt(request: RestRequest): { interaction: FakeInteraction; message: FakeMessage } {
    const interaction = interactionAt(request);
    const { original, followUps } = interaction;
    const id = request.at.message;
    const message = id === "@original" ? original : [original, ...followUps].find((one) => one?.id === id);
    if (!message || !world.messages.has(message.id)) throw refuse.unknownMessage();
    return { interaction, message };
  }

  function followUp(request: RestRequest): unknown {
    const interaction = interactionAt(request);
    // As documented: right after a deferral a follow-up edits the loading message, and its own flags are ignored.
    if (interaction.original?.loading)
      return editAnswer({ ...request, at: { ...request.at, message: "@original" } });
    const whose = onlyForCaller(interaction, readMessage(request.body).flags);
    const message = post(world.channels.get(interaction.channel)!, request, whose);
    interaction.followUps.push(message);
    changed(interaction);
    return messageObject(world, message);
  }

  function editAnswer(request: RestRequest): unknown {
    const { interaction, message } = answerAt(request);
    edit(message, request);
    changed(interaction);
    return messageObject(world, message);
  }

  return {
    "POST /interactions/:interaction/:token/callback": callback,
    "POST /webhooks/:application/:token": followUp,
    "PATCH /webhooks/:application/:token/messages/:message": editAnswer,
    "GET /webhooks/:application/:token/messages/:message": (request) =>
      messageObject(world, answerAt(request).message),
    "DELETE /webhooks/:application/:token/messages/:message": (request) => {
      const { interaction, message } = answerAt(request);
      world.messages.delete(message.id);
      changed(interaction);
    },
  };
}

const changed = ({ changed }: FakeInteraction): void => {
  for (const listener of changed) listener();
};

const onlyForCaller = ({ user }: FakeInteraction, flags: number | null | undefined): { onlyFor?: string } =>
  (flags ?? 0) & MessageFlags.Ephemeral ? { onlyFor: user } : {};
