/** What can be pressed under a card: answers first, then words, then pages elsewhere. */
import { type APIButtonComponent, ButtonStyle, ComponentType } from "discord.js";
import type { Card, Link } from "../../src/conversation/card.ts";
import { GESTURE_EMOJI, GESTURES, type Gesture } from "../../src/conversation/event.ts";
import type { SuggestionId } from "../../src/conversation/person.ts";
import { type Press, writeCustomId } from "./custom-id.ts";
import { LIMITS } from "./limits.ts";
import { cutWithin } from "./markdown.ts";

export type Rows = { type: ComponentType.ActionRow; components: APIButtonComponent[] }[];

export interface Pressing {
  /** Who the card is for. */
  readonly owner: string;
  /** Only the owner sees it, so its buttons are the owner's; a suggestion can be shared from there. */
  readonly private: boolean;
  /** Gestures as buttons, where reactions cannot be. */
  readonly gestureButtons: boolean;
}

const GESTURE_LABEL: Readonly<Record<Gesture, string>> = {
  like: "Like",
  dislike: "Dislike",
  skip: "Skip",
  later: "Later",
  info: "Info",
};

export function buttonRows(card: Card, pressing: Pressing): Rows {
  return [
    ...rows(answerButtons(card, pressing)),
    ...rows(wordsButtons(card, pressing)),
    ...rows((card.links ?? []).flatMap(linkButton)),
  ].slice(0, LIMITS.rows);
}

/** How a suggestion is answered, by everybody. */
export const gestureRows = (suggestion: SuggestionId): Rows => rows(gestures(suggestion, {}));

const gestures = (suggestion: SuggestionId, whose: { readonly owner?: string }): APIButtonComponent[] =>
  GESTURES.flatMap((gesture) =>
    button(
      { ...whose, kind: "gesture", gesture, suggestion },
      GESTURE_LABEL[gesture],
      GESTURE_EMOJI[gesture],
    ),
  );

/** How the suggestion is answered, in a row of their own; of one that was answered, how that is taken back. */
function answerButtons(
  card: Card,
  { owner, private: hushed, gestureButtons }: Pressing,
): APIButtonComponent[] {
  const { suggestion, answered } = card;
  if (suggestion === undefined) return [];
  const given = GESTURES.find((gesture) => gesture === answered);
  const undo = given ? button({ owner, kind: "undo", gesture: given, suggestion }, "Undo", "↩️") : [];
  const open = answered ? undo : gestures(suggestion, hushed ? { owner } : {});
  const share = hushed ? button({ owner, kind: "share", suggestion }, "Share", "📣") : [];
  return [...(gestureButtons ? open : []), ...share];
}

/** Words pressed go on with the owner's dialogue, which is nobody else's; but for what is there for all. */
function wordsButtons({ actions = [], forAll }: Card, { owner }: Pressing): APIButtonComponent[] {
  return actions.flatMap(({ label, says }) =>
    button({ ...(!forAll && { owner }), kind: "say", says }, label),
  );
}

/** None where what it means does not fit into its id: the text of the card says it too. */
function button(press: Press, label: string, emoji?: string): APIButtonComponent[] {
  const custom_id = writeCustomId(press);
  if (custom_id === undefined) return [];
  return [
    {
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: labelled(label),
      custom_id,
      ...(emoji !== undefined && { emoji: { name: emoji } }),
    },
  ];
}

function linkButton({ label, url }: Link): APIButtonComponent[] {
  if (url.length > LIMITS.buttonUrl) return [];
  return [{ type: ComponentType.Button, style: ButtonStyle.Link, label: labelled(label), url }];
}

const labelled = (label: string): string => cutWithin(label.trim() || "…", LIMITS.label);

function rows(all: readonly APIButtonComponent[]): Rows {
  const unique = [...new Map(all.map((one) => [keyOf(one), one])).values()];
  const count = Math.min(LIMITS.rows, Math.ceil(unique.length / LIMITS.buttonsPerRow));
  return Array.from({ length: count }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: unique.slice(row * LIMITS.buttonsPerRow, (row + 1) * LIMITS.buttonsPerRow),
  }));
}

/** What a button does, which no two do. */
const keyOf = (one: APIButtonComponent): string =>
  "custom_id" in one ? one.custom_id : "url" in one ? one.url : "";
