/** What Discord accepts: the limits of its documents, written as schemas. Unknown keys are refused, to catch misspelt ones. */
import { z } from "zod";
import { refuse } from "./refusal.ts";

const snowflake = z.string().regex(/^\d{17,20}$/);
const webAddress = z
  .string()
  .max(2048)
  .regex(/^https?:\/\/\S+$/, "Scheme must be one of ('http', 'https')");
/** Discord itself loads what it shows: from where everybody can. */
const isPublic = (address: string): boolean => {
  const { hostname } = new URL(address);
  return hostname.includes(".") && !/^(?:localhost|127\.|10\.|192\.168\.|\[)/.test(hostname);
};
/** Of a picture: on the web, or a file of the same message. */
const pictureAddress = z.union([
  webAddress.refine(isPublic, "Nobody can load this picture"),
  z.string().regex(/^attachment:\/\/[\w.-]+$/),
]);
/** Present but null, or absent. */
const optional = <T extends z.ZodType>(schema: T) => schema.nullish();

const embed = z.strictObject({
  type: optional(z.literal("rich")),
  title: optional(z.string().max(256)),
  description: optional(z.string().max(4096)),
  author: optional(z.strictObject({ name: z.string().trim().min(1).max(256) })),
  url: optional(webAddress),
  color: optional(z.int().min(0).max(0xffffff)),
  thumbnail: optional(z.strictObject({ url: pictureAddress })),
  image: optional(z.strictObject({ url: pictureAddress })),
  footer: optional(z.strictObject({ text: z.string().min(1).max(2048) })),
  fields: optional(
    z
      .array(
        z.strictObject({
          name: z.string().trim().min(1).max(256),
          value: z.string().trim().min(1).max(1024),
          inline: optional(z.boolean()),
        }),
      )
      .max(25),
  ),
});
export type EmbedForm = z.infer<typeof embed>;

const embeds = z
  .array(embed)
  .max(10)
  .refine(
    (all) => all.reduce((sum, one) => sum + textLength(one), 0) <= 6000,
    "Embed size exceeds maximum size of 6000",
  );

function textLength({ author, title, description, footer, fields }: EmbedForm): number {
  const texts = [
    author?.name,
    title,
    description,
    footer?.text,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
  ];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

const button = z
  .strictObject({
    type: z.literal(2),
    style: z.int().min(1).max(5),
    label: optional(z.string().min(1).max(80)),
    emoji: optional(
      z.strictObject({
        id: optional(snowflake),
        name: optional(z.string()),
        animated: optional(z.boolean()),
      }),
    ),
    custom_id: optional(z.string().min(1).max(100)),
    url: optional(webAddress.max(512)),
    disabled: optional(z.boolean()),
  })
  .refine(({ label, emoji }) => label || emoji, "A button must have a label or an emoji")
  .refine(({ style, url }) => (style === 5) === Boolean(url), "A url is for link buttons only")
  .refine(
    ({ style, custom_id }) => (style === 5) !== Boolean(custom_id),
    "A custom id is for other buttons than links",
  );
export type ButtonForm = z.infer<typeof button>;

const components = z
  .array(z.strictObject({ type: z.literal(1), components: z.array(button).min(1).max(5) }))
  .max(5)
  .refine((rows) => {
    const ids = rows.flatMap((row) => row.components.flatMap(({ custom_id }) => custom_id ?? []));
    return new Set(ids).size === ids.length;
  }, "Component custom id cannot be duplicated");

const message = z.strictObject({
  content: optional(z.string().max(2000)),
  embeds: optional(embeds),
  components: optional(components),
  allowed_mentions: optional(
    z.strictObject({
      parse: optional(z.array(z.enum(["users", "roles", "everyone"]))),
      users: optional(z.array(snowflake).max(100)),
      roles: optional(z.array(snowflake).max(100)),
      replied_user: optional(z.boolean()),
    }),
  ),
  message_reference: optional(
    z.strictObject({
      type: optional(z.literal(0)),
      message_id: snowflake,
      channel_id: optional(snowflake),
      guild_id: optional(snowflake),
      fail_if_not_exists: optional(z.boolean()),
    }),
  ),
  nonce: optional(z.union([z.string().max(25), z.int()])),
  enforce_nonce: optional(z.boolean()),
  tts: optional(z.boolean()),
  flags: optional(z.int()),
  attachments: optional(
    z
      .array(
        z.strictObject({
          id: z.union([z.string(), z.int()]),
          filename: optional(z.string()),
          description: optional(z.string().max(1024)),
        }),
      )
      .max(10),
  ),
});
export type MessageForm = z.infer<typeof message>;

const choiceList = z
  .array(
    z.strictObject({
      name: z.string().min(1).max(100),
      value: z.string().max(100),
      name_localizations: optional(z.null()),
    }),
  )
  .max(25);
const choices = z.strictObject({ choices: choiceList });

const commandName = z.string().regex(/^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u);
const option = z.strictObject({
  type: z.int().min(3).max(11),
  name: commandName,
  description: z.string().min(1).max(100),
  required: optional(z.boolean()),
  autocomplete: optional(z.boolean()),
  max_length: optional(z.int().min(1).max(6000)),
  choices: optional(choiceList),
});
const command = z.strictObject({
  type: optional(z.literal(1)),
  name: commandName,
  description: z.string().min(1).max(100),
  options: optional(
    z
      .array(option)
      .max(25)
      .refine(
        (all) => new Set(all.map(({ name }) => name)).size === all.length,
        "Option names must be unique",
      )
      .refine(
        (all) =>
          all.every(
            ({ required }, index) => !required || all.slice(0, index).every((before) => before.required),
          ),
        "Required options must be placed before non-required options",
      ),
  ),
  integration_types: optional(z.array(z.union([z.literal(0), z.literal(1)])).min(1)),
  contexts: optional(z.array(z.union([z.literal(0), z.literal(1), z.literal(2)])).min(1)),
});
export type CommandForm = z.infer<typeof command>;
const commands = z
  .array(command)
  .max(100)
  .refine(
    (all) => new Set(all.map(({ name }) => name)).size === all.length,
    "Application command names must be unique",
  );

/** The form as Discord reads it. @throws Refusal 50035 with the places that are wrong */
const reads =
  <T>(schema: z.ZodType<T>) =>
  (body: unknown): T => {
    const result = schema.safeParse(body);
    if (result.success) return result.data;
    throw refuse.invalidForm(z.treeifyError(result.error));
  };

export const readMessage = reads(message);
export const readChoices = reads(choices);
export const readCommands = reads(commands);
export const readRecipient = reads(z.strictObject({ recipient_id: snowflake }));
export const readCallback = reads(z.strictObject({ type: z.int(), data: z.unknown().optional() }));
export const readDeferral = reads(z.strictObject({ flags: optional(z.int()) }).optional());
