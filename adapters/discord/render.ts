import type { APIEmbed } from "discord.js";
import { type Card, type Field, picturedBy } from "../../src/conversation/card.ts";
import { buttonRows, type Pressing, type Rows } from "./buttons.ts";
import { LIMITS } from "./limits.ts";
import { cutWithin, escapeMarkdown, escapeWithin } from "./markdown.ts";
import { POSTER, POSTER_FILE, type Standing } from "./standing.ts";

/** A message as Discord takes it, everywhere that it takes one. */
export interface Drawing {
  readonly content?: string;
  readonly embeds: APIEmbed[];
  readonly components: Rows;
  readonly files: { data: Buffer; name: string }[];
  /** What is told of the files, by their place. In a change: those that stand there from now on; absent: as before. */
  readonly attachments?: { id: number; description: string }[];
  /** Whatever the text says, nobody is notified. */
  readonly allowed_mentions: { parse: [] };
}

export interface Setting extends Pressing {
  /** Nothing else on the screen says whom it is for: it begins with their name. */
  readonly addressed?: boolean;
  readonly poster?: Poster | undefined;
}

/** What is drawn of a film. */
export interface Poster {
  /** PNG. Absent where the card has a picture of its own. */
  readonly png?: Buffer;
  /** For those who do not see it. */
  readonly alt?: string;
  /** "#rrggbb" */
  readonly colour: string;
}

/** The red of a theatre's curtain. */
const COLOUR = 0xb3202c;
/** Discord takes no message without anything in it. */
const NOTHING = "…";
const CUT = " … (cut: Discord takes no more)";
/** Where all fields are up to this long they stand side by side. */
const INLINE_LENGTH = 40;

export function render(card: Card, setting: Setting): Drawing {
  const { file } = card;
  const { poster } = setting;
  const name = setting.addressed && !card.forAll ? `<@${setting.owner}>` : "";
  const content = isTalk(card) ? `${name} ${talk(card)}`.trim() : name;
  const files = [
    ...(file ? [{ data: Buffer.from(file.text), name: file.name }] : []),
    ...(poster?.png ? [{ data: poster.png, name: POSTER_FILE }] : []),
  ];
  return {
    ...(content && { content }),
    embeds: isTalk(card) ? [] : [embed(card, lookOf(card, poster))],
    components: buttonRows(card, setting),
    files,
    ...(poster?.png &&
      poster.alt && {
        attachments: [{ id: files.length - 1, description: cutWithin(poster.alt, LIMITS.alt) }],
      }),
    allowed_mentions: { parse: [] },
  };
}

function lookOf({ picture }: Card, poster: Poster | undefined): Look {
  const url = picture?.url ?? (poster?.png && POSTER);
  return {
    ...(url !== undefined && { picture: url }),
    ...(poster && { colour: Number.parseInt(poster.colour.slice(1), 16) }),
  };
}

/** How a card is drawn again where it stands: with the picture that is there, unless it brings another one from the web. */
export function redraw(card: Card, standing: Standing, owner: string) {
  const { picture = standing.picture } = { ...(card.picture && { picture: card.picture.url }) };
  return {
    embeds: [embed(card, { ...standing, ...(picture !== undefined && { picture }) })],
    components: buttonRows(card, { ...standing, owner }),
    ...(picture !== standing.picture && { attachments: [] }),
  };
}

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

type Look = Pick<Standing, "picture" | "colour">;

/** A suggestion that waits for its answer shows its poster large, everything else small. */
function embed(card: Card, { picture, colour = COLOUR }: Look): APIEmbed {
  const { reading, title, lines, fields = [], answered } = card;
  const above = reading?.trim() && cutWithin(reading.trim(), LIMITS.author);
  const heading = title && escapeWithin(title.text, LIMITS.title);
  const facts = factsLine(fields);
  const room = LIMITS.description - (facts === "" ? 0 : facts.length + 1);
  const described = [facts, escapeWithin(lines.join("\n"), room, CUT)]
    .filter((part) => part.trim())
    .join("\n");
  const left = LIMITS.embed - (above?.length ?? 0) - (heading?.length ?? 0) - described.length;
  const filled = fields.filter((field) => isFilled(field) && !isFact(field));
  const inline = filled.every(isShort);
  const drawn = fitting(
    filled.map((field) => drawField(field, inline)),
    left,
  );
  const text = described || (heading?.trim() || drawn.length > 0 ? "" : NOTHING);
  const isLarge = picturedBy(card) !== undefined && answered === undefined;
  return {
    color: colour,
    ...(above && { author: { name: above } }),
    ...(heading?.trim() && { title: heading, ...(title?.url !== undefined && { url: title.url }) }),
    ...(text && { description: text }),
    ...(drawn.length > 0 && { fields: drawn }),
    ...(picture !== undefined && (isLarge ? { image: { url: picture } } : { thumbnail: { url: picture } })),
  };
}

const isFact = ({ phrase = "" }: Field): boolean => phrase.trim() !== "";

/** What can be said of a film in one line is: small, under its title. */
function factsLine(fields: readonly Field[]): string {
  const phrases = fields.filter(isFact).map(({ phrase = "" }) => phrase.trim().replace(/\s+/g, " "));
  return phrases.length === 0 ? "" : `-# ${escapeWithin(phrases.join(" · "), LIMITS.facts)}`;
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
