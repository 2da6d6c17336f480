import type { types } from "@slack/bolt";
import type { Card } from "../../src/conversation/card.ts";
import { homeButtons, privateSwitch, restoreButton } from "./buttons.ts";
import { header } from "./film-card.ts";
import { imageElement, type Picture } from "./picture.ts";
import { paragraphs, plain, richText } from "./rich-text.ts";
import { cut, safe } from "./text.ts";

export interface HomeParts {
  /** The person's own, under each other. */
  readonly cards: readonly Card[];
  /** What was suggested last. */
  readonly pictured?: readonly { readonly title: string; readonly picture: Picture | undefined }[];
  /** Movies that are kept away, by their ids. */
  readonly hidden?: readonly { readonly movie: string; readonly title: string }[];
  readonly isPrivate?: boolean;
  readonly notice?: string | undefined;
}

/** A view takes a hundred blocks. */
const MOST_HIDDEN = 20;
const TITLE_LENGTH = 500;

/** The App Home tab: how the person is understood, what was suggested, what is hidden, and what they can do about it. */
export function renderHome({
  cards,
  pictured = [],
  hidden = [],
  isPrivate = false,
  notice,
}: HomeParts): types.HomeView {
  return {
    type: "home",
    blocks: [
      ...header("Matinee"),
      ...richText([[plain("One movie at a time, and the next one is better. Write to me under Messages.")]]),
      { type: "actions", elements: homeButtons() },
      { type: "actions", elements: [privateSwitch(isPrivate)] },
      ...(notice ? richText([[plain(notice)]]) : []),
      ...shown(pictured),
      ...cards.flatMap(({ title, lines, fields }): types.KnownBlock[] => [
        { type: "divider" },
        ...(title ? header(title.text) : []),
        ...richText(paragraphs({ lines, ...(fields && { fields }) })),
      ]),
      ...(hidden.length > 0 ? [{ type: "divider" } as const, ...header("Kept away from you")] : []),
      ...hidden.slice(0, MOST_HIDDEN).flatMap(({ movie, title }) => titled(title, restoreButton(movie))),
    ],
  };
}

function shown(pictured: NonNullable<HomeParts["pictured"]>): types.KnownBlock[] {
  const films = pictured.flatMap(({ title, picture }) =>
    picture ? titled(title, imageElement(picture)) : [],
  );
  return films.length > 0 ? [{ type: "divider" }, ...header("Lately"), ...films] : [];
}

function titled(title: string, accessory: types.ImageElement | types.Button): types.SectionBlock[] {
  const text = cut(safe(title), TITLE_LENGTH);
  return text.trim() === ""
    ? []
    : [{ type: "section", text: { type: "plain_text", text, emoji: false }, accessory }];
}
