/** Messages of the bot, as Discord takes them and changes them. */
import { type MessageForm, readMessage } from "./forms.ts";
import type { RestRequest } from "./http.ts";
import { ATTACHMENTS, filesShownIn, mentioned } from "./objects.ts";
import { refuse } from "./refusal.ts";
import type { FakeChannel, FakeMessage, FakeWorld } from "./world.ts";

export interface Posts {
  /** `loading`: only "thinking" as yet. @throws what Discord refuses of the form */
  post(
    channel: FakeChannel,
    request: RestRequest,
    extra?: { onlyFor?: string; loading?: boolean },
  ): FakeMessage;
  /** @throws what Discord refuses of the form */
  edit(message: FakeMessage, request: Pick<RestRequest, "body" | "files">): FakeMessage;
}

export function createPosts(world: FakeWorld, onMessage: (message: FakeMessage) => void): Posts {
  function post(
    channel: FakeChannel,
    { body, files }: RestRequest,
    extra: { onlyFor?: string; loading?: boolean } = {},
  ): FakeMessage {
    const form = extra.loading ? {} : readMessage(body);
    const nonce = form.nonce == null ? undefined : String(form.nonce);
    const before = form.enforce_nonce && nonce !== undefined ? world.nonces.get(nonce) : undefined;
    if (before) return before;
    const message: FakeMessage = {
      id: world.newId(),
      channel: channel.id,
      author: world.bot.id,
      content: form.content ?? "",
      embeds: [...(form.embeds ?? [])],
      components: [...(form.components ?? [])],
      files: [...files],
      reactions: new Map(),
      loading: extra.loading ?? false,
      pinged: pinged(form),
      editedTimes: 0,
      uploads: files.length,
      ...(extra.onlyFor !== undefined && { onlyFor: extra.onlyFor }),
      ...repliesTo(channel, form),
    };
    if (!extra.loading && isEmpty(message)) throw refuse.emptyMessage();
    mustHaveFiles(message);
    mustBeOf(form, files);
    world.messages.set(message.id, message);
    if (nonce !== undefined) world.nonces.set(nonce, message);
    onMessage(message);
    return message;
  }

  function repliesTo(channel: FakeChannel, { message_reference }: MessageForm): { repliesTo?: string } {
    if (!message_reference) return {};
    if (world.messages.get(message_reference.message_id)?.channel === channel.id) {
      return { repliesTo: message_reference.message_id };
    }
    if (message_reference.fail_if_not_exists === false) return {};
    throw refuse.invalidForm({ message_reference: "Unknown message" });
  }

  function edit(message: FakeMessage, { body, files }: Pick<RestRequest, "body" | "files">): FakeMessage {
    const form = readMessage(body);
    if (form.content !== undefined) message.content = form.content ?? "";
    if (form.embeds !== undefined) message.embeds = [...(form.embeds ?? [])];
    if (form.components !== undefined) message.components = [...(form.components ?? [])];
    message.files = form.attachments ? [...files] : [...message.files, ...files];
    mustBeOf(form, files);
    mustHaveFiles(message);
    message.uploads += files.length;
    message.loading = false;
    if (isEmpty(message)) throw refuse.emptyMessage();
    message.editedTimes++;
    return message;
  }

  return { post, edit };
}

/** What is told of files is told of those sent along. */
function mustBeOf({ attachments }: MessageForm, files: RestRequest["files"]): void {
  for (const { id } of attachments ?? [])
    if (typeof id !== "number" || !files[id]) throw refuse.invalidForm({ attachments: `No file ${id}` });
}

/** Discord itself shows nothing there, or a picture twice; here it is a mistake of ours. */
function mustHaveFiles({ embeds, files }: FakeMessage): void {
  for (const { image, thumbnail } of embeds) {
    const url = image?.url ?? thumbnail?.url ?? "";
    if (url.startsWith(ATTACHMENTS))
      throw refuse.invalidForm({ embeds: "A file of the message, shown beside its card as well" });
  }
  for (const name of filesShownIn(embeds)) {
    if (!files.some((file) => file.name === name)) throw refuse.invalidForm({ embeds: `No file ${name}` });
  }
}

const isEmpty = ({ content, embeds, components, files }: FakeMessage): boolean =>
  content.trim() === "" && embeds.length === 0 && components.length === 0 && files.length === 0;

/** Who is notified: without allowed_mentions everyone who is mentioned, else whom it allows. */
function pinged({ content, allowed_mentions }: MessageForm): string[] {
  const text = content ?? "";
  const everyone = /@(everyone|here)/.test(text) ? ["everyone"] : [];
  const all = [...mentioned(text), ...everyone];
  if (!allowed_mentions) return all;
  const { parse, users } = allowed_mentions;
  return all.filter((id) => users?.includes(id) || parse?.includes(id === "everyone" ? "everyone" : "users"));
}
