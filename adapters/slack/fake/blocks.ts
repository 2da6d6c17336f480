/** Block Kit as Slack checks it. Limits from docs.slack.dev/reference/block-kit. */
import { z } from "zod";

const plainText = (length: number) =>
  z.strictObject({
    type: z.literal("plain_text"),
    text: z.string().min(1).max(length),
    emoji: z.boolean().optional(),
  });
const anyText = (length: number) =>
  z.union([
    plainText(length),
    z.strictObject({
      type: z.literal("mrkdwn"),
      text: z.string().min(1).max(length),
      verbatim: z.boolean().optional(),
    }),
  ]);
const id = z.string().min(1).max(255);
const url = z.url({ protocol: /^https?$/ }).max(3_000);
/** Slack itself loads what it shows: from where everybody can. */
const publicUrl = url.refine((address) => {
  const { hostname } = new URL(address);
  return hostname.includes(".") && !/^(?:localhost|127\.|10\.|192\.168\.|\[)/.test(hostname);
}, "nobody can load this picture");

const button = z.strictObject({
  type: z.literal("button"),
  action_id: id,
  text: plainText(75),
  value: z.string().min(1).max(2_000).optional(),
  url: url.optional(),
  style: z.enum(["primary", "danger"]).optional(),
  accessibility_label: z.string().max(75).optional(),
});

const imageParts = {
  type: z.literal("image"),
  image_url: publicUrl.optional(),
  slack_file: z.strictObject({ id: z.string().regex(/^F[A-Z0-9]{8,}$/) }).optional(),
  alt_text: z.string().min(1).max(2_000),
};
const isOneImage = ({ image_url, slack_file }: { image_url?: unknown; slack_file?: unknown }): boolean =>
  (image_url === undefined) !== (slack_file === undefined);
const ONE_IMAGE = "an image has either an address or a file";
const image = z.strictObject(imageParts).refine(isOneImage, ONE_IMAGE);

const overflow = z.strictObject({
  type: z.literal("overflow"),
  action_id: id,
  options: z
    .array(z.strictObject({ text: plainText(75), value: z.string().min(1).max(150), url: url.optional() }))
    .min(1)
    .max(5)
    .refine((all) => new Set(all.map(({ value }) => value)).size === all.length, "value twice"),
});

const option = z.strictObject({
  text: plainText(75),
  value: z.string().min(1).max(150),
  description: plainText(75).optional(),
});
const checkboxes = z
  .strictObject({
    type: z.literal("checkboxes"),
    action_id: id,
    options: z.array(option).min(1).max(10),
    initial_options: z.array(option).min(1).optional(),
  })
  .refine(
    ({ options, initial_options = [] }) =>
      initial_options.every((one) => options.some((other) => JSON.stringify(one) === JSON.stringify(other))),
    "initial options are among the options",
  );

const style = z
  .strictObject({ bold: z.boolean(), italic: z.boolean(), strike: z.boolean(), code: z.boolean() })
  .partial();
const richElement = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: z.string().min(1), style: style.optional() }),
  z.strictObject({
    type: z.literal("link"),
    url,
    text: z.string().min(1).optional(),
    style: style.optional(),
  }),
  z.strictObject({ type: z.literal("user"), user_id: z.string().min(1), style: style.optional() }),
]);

const block_id = id.optional();
const block = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("divider"), block_id }),
  z.strictObject({ type: z.literal("header"), text: plainText(150), block_id }),
  z
    .strictObject({
      type: z.literal("section"),
      text: anyText(3_000).optional(),
      fields: z.array(anyText(2_000)).min(1).max(10).optional(),
      accessory: z.union([button, image, overflow]).optional(),
      block_id,
    })
    .refine(({ text, fields }) => text || fields, "a section needs text or fields"),
  z.strictObject({ type: z.literal("context"), elements: z.array(anyText(3_000)).min(1).max(10), block_id }),
  z.strictObject({
    type: z.literal("actions"),
    elements: z
      .array(z.union([button, checkboxes]))
      .min(1)
      .max(25)
      .refine((all) => new Set(all.map(({ action_id }) => action_id)).size === all.length, "action_id twice"),
    block_id,
  }),
  z
    .strictObject({ ...imageParts, title: plainText(2_000).optional(), block_id })
    .refine(isOneImage, ONE_IMAGE),
  z.strictObject({
    type: z.literal("rich_text"),
    elements: z
      .array(z.strictObject({ type: z.literal("rich_text_section"), elements: z.array(richElement).min(1) }))
      .min(1),
    block_id,
  }),
]);
export type Block = z.infer<typeof block>;
export type Button = z.infer<typeof button>;

const messageBlocks = z.array(block).max(50);
const homeView = z.strictObject({ type: z.literal("home"), blocks: z.array(block).max(100) });
export type HomeView = z.infer<typeof homeView>;

/** What is wrong with a payload, in Slack's word for it and in detail. */
export type Checked<T> = { readonly ok: T } | { readonly error: string; readonly detail: string };

export function checkMessageBlocks(blocks: unknown): Checked<Block[]> {
  const checked = check(messageBlocks, blocks, "invalid_blocks");
  // Not documented; found at some 13,200 characters of JSON (slackapi/bolt-js issue 2509).
  if ("ok" in checked && JSON.stringify(blocks).length > 13_000) {
    return { error: "msg_blocks_too_long", detail: `${JSON.stringify(blocks).length} characters of blocks` };
  }
  return checked;
}

/** What programs read beside a message. Values are plain, or lists of plain ones. */
const metadata = z.strictObject({
  event_type: z.string().regex(/^\w{1,255}$/),
  event_payload: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
});
export type Metadata = z.infer<typeof metadata>;

export function checkMetadata(value: unknown): Checked<Metadata> {
  return check(metadata, value, "invalid_metadata_format");
}

export function checkHomeView(view: unknown): Checked<HomeView> {
  return check(homeView, view, "invalid_arguments");
}

function check<T>(schema: z.ZodType<T>, value: unknown, error: string): Checked<T> {
  const parsed = schema.safeParse(value);
  return parsed.success ? { ok: parsed.data } : { error, detail: z.prettifyError(parsed.error) };
}

/** All that a reader of the blocks sees, and the links behind it. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map(textOfBlock).join("\n");
}

function textOfElement(element: z.infer<typeof richElement>): string {
  switch (element.type) {
    case "text":
      return element.text;
    case "link":
      return `${element.text ?? ""} <${element.url}>`;
    case "user":
      return `@${element.user_id}`;
  }
}

function textOfBlock(block: Block): string {
  switch (block.type) {
    case "divider":
      return "";
    case "header":
      return block.text.text;
    case "section":
      return [
        ...[block.text, ...(block.fields ?? [])].map((part) => part?.text ?? ""),
        ...Object.entries(linksOf([block])).map(([label, address]) => `[${label}] <${address}>`),
      ].join("\n");
    case "context":
      return block.elements.map(({ text }) => text).join(" ");
    case "image":
      return "";
    case "actions":
      return block.elements
        .flatMap((one) =>
          one.type === "button" ? [one.text.text] : one.options.map(({ text }) => text.text),
        )
        .map((label) => `[${label}]`)
        .join(" ");
    case "rich_text":
      return block.elements.map(({ elements }) => elements.map(textOfElement).join("")).join("\n");
  }
}

export function buttonsOf(blocks: readonly Block[]): Button[] {
  return blocks.flatMap((each) => {
    if (each.type === "section") return each.accessory?.type === "button" ? [each.accessory] : [];
    return each.type === "actions" ? each.elements.filter((one) => one.type === "button") : [];
  });
}

export const checkboxesOf = (blocks: readonly Block[]): z.infer<typeof checkboxes>[] =>
  blocks.flatMap((each) =>
    each.type === "actions" ? each.elements.filter((one) => one.type === "checkboxes") : [],
  );

/** The pages that the menus open, by what they say. */
export const linksOf = (blocks: readonly Block[]): Record<string, string> =>
  Object.fromEntries(
    blocks.flatMap((each) =>
      each.type === "section" && each.accessory?.type === "overflow"
        ? each.accessory.options.map(({ text, url = "" }) => [text.text, url])
        : [],
    ),
  );

/** Ids of the files that are shown as pictures. */
export const filesIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((each) => {
    const shown = each.type === "image" ? each : each.type === "section" ? each.accessory : undefined;
    return shown?.type === "image" && shown.slack_file ? [shown.slack_file.id] : [];
  });
