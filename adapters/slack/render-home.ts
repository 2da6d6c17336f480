import type { types } from "@slack/bolt";
import type { Card } from "../../src/conversation/card.ts";
import { homeButtons } from "./buttons.ts";
import { header } from "./film-card.ts";
import { paragraphs, plain, richText } from "./rich-text.ts";

/** The App Home tab: the person's own cards under each other, and what they can do about their data. */
export function renderHome(cards: readonly Card[], notice?: string): types.HomeView {
  return {
    type: "home",
    blocks: [
      ...header("Matinee"),
      ...richText([[plain("One movie at a time, and the next one is better. Write to me under Messages.")]]),
      { type: "actions", elements: homeButtons() },
      ...(notice === undefined ? [] : richText([[plain(notice)]])),
      ...cards.flatMap(({ title, lines, fields }): types.KnownBlock[] => [
        { type: "divider" },
        ...(title ? header(title.text) : []),
        ...richText(paragraphs({ lines, ...(fields && { fields }) })),
      ]),
    ],
  };
}
