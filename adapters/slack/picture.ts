/** Pictures in Slack: addresses on the web, or files that the bot has uploaded. */
import type { types } from "@slack/bolt";
import { z } from "zod";
import type { Card } from "../../src/conversation/card.ts";
import { cut, safe } from "./text.ts";

export type Picture = { readonly alt: string } & (
  | { readonly url: string }
  /** Slack's id of the file. */
  | { readonly file: string }
);

/** A card, and the poster that was drawn for it. */
export type DrawnCard = Card & { readonly poster?: Picture | undefined };

export const pictureOf = ({ picture, poster }: DrawnCard): Picture | undefined => picture ?? poster;

/** Slack loads a picture before it takes the message, and takes none whose picture it cannot load. */
export const withoutPicture = ({ picture: _, poster: __, ...card }: DrawnCard): Card => card;

const ALT_LENGTH = 200;

const sourceOf = (picture: Picture): { image_url: string } | { slack_file: { id: string } } =>
  "url" in picture ? { image_url: picture.url } : { slack_file: { id: picture.file } };

const altOf = ({ alt }: Picture): string => cut(safe(alt), ALT_LENGTH) || "Poster";

export const imageBlock = (picture: Picture): types.ImageBlock => ({
  type: "image",
  ...sourceOf(picture),
  alt_text: altOf(picture),
});

export const imageElement = (picture: Picture): types.ImageElement => ({
  type: "image",
  ...sourceOf(picture),
  alt_text: altOf(picture),
});

const imageSchema = z.object({
  type: z.literal("image"),
  alt_text: z.string(),
  image_url: z.string().optional(),
  slack_file: z.object({ id: z.string() }).optional().catch(undefined),
});
const blockSchema = z.union([imageSchema, z.object({ accessory: imageSchema })]);

/** The picture among the blocks of a message, as Slack tells them. */
export function pictureIn(blocks: readonly unknown[]): Picture | undefined {
  for (const block of blocks) {
    const read = blockSchema.safeParse(block).data;
    const image = read && ("accessory" in read ? read.accessory : read);
    if (image?.slack_file) return { alt: image.alt_text, file: image.slack_file.id };
    if (image?.image_url) return { alt: image.alt_text, url: image.image_url };
  }
  return undefined;
}
