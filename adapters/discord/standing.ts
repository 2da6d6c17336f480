/** What stands there: how a message of the bot was drawn, so that it is drawn again without a picture being sent twice. */
import { type APIEmbed, type APIMessage, MessageFlags } from "discord.js";
import { customIdsOf, isOnSuggestion, readCustomId } from "./custom-id.ts";

export interface Standing {
  /** As an embed names it: on the web, or a file of the message itself. */
  readonly picture?: string;
  readonly colour?: number;
  /** It is answered by buttons in it. */
  readonly gestureButtons: boolean;
  /** Only its owner sees it. */
  readonly private: boolean;
}

/** A file that the card itself shows, and no other place of the message. */
export const POSTER_FILE = "poster.png";
export const POSTER = `attachment://${POSTER_FILE}`;

export interface Seen extends Pick<APIMessage, "embeds" | "components"> {
  /** MessageFlags */
  readonly flags?: number;
}

export function standingOf({ embeds, components = [], flags = 0 }: Seen): Standing {
  const [embed] = embeds;
  const url = embed && pictureOf(embed);
  const presses = customIdsOf({ components }).map(readCustomId);
  return {
    ...(url !== undefined && { picture: url }),
    ...(embed?.color !== undefined && { colour: embed.color }),
    gestureButtons: presses.some(isOnSuggestion),
    private: (flags & MessageFlags.Ephemeral) !== 0,
  };
}

/** Discord tells where it keeps a file; told that address back it would show the picture beside the card as well. */
function pictureOf({ image, thumbnail }: APIEmbed): string | undefined {
  const url = image?.url ?? thumbnail?.url;
  const isOwn = url !== undefined && /^https:\/\/[\w.]+\/(?:ephemeral-)?attachments\//.test(url);
  return isOwn ? POSTER : url;
}
