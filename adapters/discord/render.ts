import { type APIButtonComponent, type APIEmbed, ButtonStyle, ComponentType } from "discord.js";
import type { Card, Field } from "../../src/conversation/card.ts";
import { GESTURE_EMOJI, GESTURES, type Gesture } from "../../src/conversation/event.ts";
import type { SuggestionId } from "../../src/conversation/person.ts";
import { type Press, writeCustomId } from "./custom-id.ts";
import type { DrawnPoster } from "./drawn-posters.ts";
import { LIMITS } from "./limits.ts";
import { cutWithin, escapeMarkdown, escapeWithin } from "./markdown.ts";

/** A message as Discord takes it, everywhere that it takes one. */
export interface Drawing {
  readonly content?: string;
  readonly embeds: APIEmbed[];
  readonly components: { type: ComponentType.ActionRow; components: APIButtonComponent[] }[];
  readonly files: { data: Buffer; name: string }[];
  /** Whatever the text says, nobody is notified. */
  readonly allowed_mentions: { parse: [] };
}

export interface Setting {
  /** Who the card is for. */
  readonly owner: string;
  /** Only the owner sees it, so its buttons are the owner's; a suggestion can be shared from there. */
  readonly private: boolean;
  /** Gestures as buttons, where reactions cannot be. */
  readonly gestureButtons: boolean;
  /** Nothing else on the screen says whom it is for: it begins with their name. */
  readonly addressed?: boolean;
  /** For a card without a picture of its own. */
  readonly poster?: DrawnPoster | undefined;
}

/** The red of a theatre's curtain. */
const COLOUR = 0xb3202c;
/** Discord takes no message without anything in it. */
const NOTHING = "…";
const CUT = " … (cut: Discord takes no more)";
const GESTURE_LABEL: Readonly<Record<Gesture, string>> = {
  like: "Like",
  dislike: "Dislike",
  skip: "Skip",
  info: "Info",
};
/** Where all fields are up to this long they stand side by side. */
const INLINE_LENGTH = 40;

export function render(card: Card, setting: Setting): Drawing {
  const { file } = card;
  const name = setting.addressed ? `<@${setting.owner}>` : "";
  const content = isTalk(card) ? `${name} ${talk(card)}`.trim() : name;
  return {
    ...(content && { content }),
    embeds: isTalk(card) ? [] : [embed(card, setting.poster)],
    components: [...rows(gestureButtons(card, setting)), ...rows(wordsButtons(card, setting))].slice(
      0,
      LIMITS.rows,
    ),
    files: [
      ...(file ? [{ data: Buffer.from(file.text), name: file.name }] : []),
      ...posterFiles(setting.poster),
    ],
    allowed_mentions: { parse: [] },
  };
}

/** A file that the card itself shows, and no other place of the message. */
export const POSTER_FILE = "poster.png";

export const posterFiles = (poster: DrawnPoster | undefined): Drawing["files"] =>
  poster ? [{ data: poster.data, name: POSTER_FILE }] : [];

/** A sentence of the adapter's own. */
export const drawText = (content: string): Drawing => ({
  content,
  embeds: [],
  components: [],
  files: [],
  allowed_mentions: { parse: [] },
});

/** "<@" and a snowflake and "> ". */
const NAME_LENGTH = 24;

/** Plain sentences are said, not framed. */
function isTalk({ reading, title, fields, suggestion, lines }: Card): boolean {
  return (
    !reading &&
    !title &&
    !fields?.length &&
    !suggestion &&
    escapeMarkdown(lines.join("\n")).length <= LIMITS.content - NAME_LENGTH
  );
}

const talk = ({ lines, file }: Card): string =>
  escapeMarkdown(lines.join("\n")).trim() || (file ? "" : NOTHING);

export function embed({ reading, title, lines, fields = [], picture }: Card, poster?: DrawnPoster): APIEmbed {
  const above = reading?.trim() && cutWithin(reading.trim(), LIMITS.author);
  const heading = title && escapeWithin(title.text, LIMITS.title);
  const described = escapeWithin(lines.join("\n"), LIMITS.description, CUT);
  const room = LIMITS.embed - (above?.length ?? 0) - (heading?.length ?? 0) - described.length;
  const filled = fields.filter(isFilled);
  const inline = filled.every(isShort);
  const drawn = fitting(
    filled.map((field) => drawField(field, inline)),
    room,
  );
  const text = described.trim() || (heading?.trim() || drawn.length > 0 ? "" : NOTHING);
  return {
    color: poster?.colour ?? COLOUR,
    ...(above && { author: { name: above } }),
    ...(heading?.trim() && { title: heading, ...(title?.url !== undefined && { url: title.url }) }),
    ...(text && { description: text }),
    ...(drawn.length > 0 && { fields: drawn }),
    ...(picture && { thumbnail: { url: picture.url } }),
    ...(poster && { thumbnail: { url: `attachment://${POSTER_FILE}` } }),
  };
}

type DrawnField = NonNullable<APIEmbed["fields"]>[number];

const isFilled = ({ value }: Field): boolean => value.trim() !== "";

const isShort = ({ value }: Field): boolean => value.length <= INLINE_LENGTH && !value.includes("\n");

function drawField({ name, value }: Field, inline: boolean): DrawnField {
  // A value that is an address and nothing else is one of our own making, and stays a link; Discord ends it at a bracket.
  const address = /^https:\/\/[^\s<>[\]]+$/.test(value) ? value.replace(/[()]/g, inPercent) : undefined;
  return {
    // A field without a name is refused; a zero-width space is none that anybody sees.
    name: name.trim() === "" ? "\u200b" : escapeWithin(name, LIMITS.fieldName),
    value:
      address !== undefined && address.length <= LIMITS.fieldValue
        ? address
        : escapeWithin(value, LIMITS.fieldValue, CUT),
    inline,
  };
}

const inPercent = (bracket: string): string => (bracket === "(" ? "%28" : "%29");

/** As many as Discord takes, the last one saying how many are missing. */
function fitting(fields: readonly DrawnField[], room: number): DrawnField[] {
  const length = (some: readonly DrawnField[]) =>
    some.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  const fits = (some: readonly DrawnField[]) => some.length <= LIMITS.fields && length(some) <= room;
  if (fits(fields)) return [...fields];
  for (let kept = Math.min(fields.length, LIMITS.fields) - 1; kept >= 0; kept--) {
    const some = [
      ...fields.slice(0, kept),
      { name: "…", value: `${fields.length - kept} more${CUT}`, inline: false },
    ];
    if (fits(some)) return some;
  }
  return [];
}

/** How a suggestion is answered, by everybody. */
export const gestureRows = (suggestion: SuggestionId): Drawing["components"] =>
  rows(gestures(suggestion, {}));

const gestures = (suggestion: SuggestionId, whose: { readonly owner?: string }): APIButtonComponent[] =>
  GESTURES.flatMap((gesture) =>
    button(
      { ...whose, kind: "gesture", gesture, suggestion },
      GESTURE_LABEL[gesture],
      GESTURE_EMOJI[gesture],
    ),
  );

/** How the suggestion is answered, in a row of their own. */
function gestureButtons({ suggestion }: Card, setting: Setting): APIButtonComponent[] {
  if (suggestion === undefined) return [];
  const owner = { owner: setting.owner };
  const share = setting.private ? button({ ...owner, kind: "share", suggestion }, "Share", "📣") : [];
  return [...(setting.gestureButtons ? gestures(suggestion, setting.private ? owner : {}) : []), ...share];
}

/** Words pressed go on with the owner's dialogue, which is nobody else's. */
function wordsButtons({ actions = [] }: Card, { owner }: Setting): APIButtonComponent[] {
  return actions.flatMap(({ label, says }) => button({ owner, kind: "say", says }, label));
}

/** None where what it means does not fit into its id: the text of the card says it too. */
function button(press: Press, label: string, emoji?: string): APIButtonComponent[] {
  const custom_id = writeCustomId(press);
  if (custom_id === undefined) return [];
  return [
    {
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: cutWithin(label.trim() || "…", LIMITS.label),
      custom_id,
      ...(emoji !== undefined && { emoji: { name: emoji } }),
    },
  ];
}

function rows(all: readonly APIButtonComponent[]): Drawing["components"] {
  const unique = [...new Map(all.map((one) => ["custom_id" in one ? one.custom_id : "", one])).values()];
  const count = Math.min(LIMITS.rows, Math.ceil(unique.length / LIMITS.buttonsPerRow));
  return Array.from({ length: count }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: unique.slice(row * LIMITS.buttonsPerRow, (row + 1) * LIMITS.buttonsPerRow),
  }));
}
