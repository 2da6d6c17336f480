/** What is said where somebody shows others something of theirs. */
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Shareable } from "../../intent/acts.ts";
import type { Action, Card } from "../card.ts";
import { count, list } from "./format.ts";
import { picturedAll } from "./watch-later.ts";

/** For others to see. @param movies best first, at least one */
export const sharedList = (movies: readonly Movie[]): Card => ({
  title: { text: "Films to watch" },
  lines: movies.map((movie, at) => `${at + 1}. ${titleWithYear(movie)}`),
  pictured: picturedAll(movies),
});

/** For others to see. @param movies that somebody loves, at least one @param genres that they lean to, most first */
export const sharedTaste = (movies: readonly Movie[], genres: readonly string[]): Card => ({
  title: { text: "A taste in films" },
  lines: [...(genres.length > 0 ? [leansTo(genres)] : []), `Loves ${list(movies.map(titleWithYear))}.`],
  pictured: picturedAll(movies),
});

export const leansTo = (genres: readonly string[]): string => `Leans to ${list(genres)}.`;

export const nothingLoved = (): Card =>
  alone("You have not liked anything yet, so there is nothing to show.");

/** For the eyes of the person only. */
const alone = (...lines: string[]): Card & { readonly private: true } => ({ lines, private: true });

const CALLED: Readonly<Record<Shareable, string>> = { list: "your list for later", taste: "what you love" };
const SAID: Readonly<Record<Shareable, string>> = { list: "my list", taste: "my taste" };

export const asALink = (what: Shareable): Action => ({
  label: "🔗 As a link",
  says: `share ${SAID[what]} as a link`,
});

export const noPage = (what: Shareable): Card => ({
  ...alone(
    `Whoever runs me has told me of no web page, so I can make no link. As a picture I can show ${CALLED[what]} to everybody here: say share ${SAID[what]}.`,
  ),
  actions: [{ label: "As a picture", says: `share ${SAID[what]}` }],
});

/** What is shown by a link, as its owner knows it. */
interface Shared {
  readonly id: string;
  readonly what: Shareable;
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

const IS_SHOWN: Readonly<Record<Shareable, string>> = {
  list: "the films on your list",
  taste: "the films that you love and like, and which genres they are of",
};

export const pageShared = ({ id, what }: Shared, url: string): Card => ({
  ...alone(
    `Whoever has this link sees ${IS_SHOWN[what]}, always as it stands then: what you add later shows, what you take off does not. Neither your name nor anything else of you is there.`,
    `I show the link this once. Say stop sharing ${id}, and it opens nothing any more; what do I share tells what you share.`,
  ),
  title: { text: `A link to ${CALLED[what]}` },
  fields: [{ name: "Link", value: url }],
  actions: [{ label: "Stop sharing", says: `stop sharing ${id}` }, WHAT_IS_SHARED],
});

const WHAT_IS_SHARED: Action = { label: "What I share", says: "what do I share" };
const DAY = { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" } as const;
const sinceOf = ({ atMs }: Shared): string => new Date(atMs).toLocaleDateString("en-GB", DAY);

/** @param pages oldest first */
export const whatIsShared = (pages: readonly Shared[]): Card =>
  pages.length === 0
    ? nothingShared()
    : {
        ...alone(
          ...pages.map(
            (page, at) =>
              `${at + 1}. A link to ${CALLED[page.what]}, since ${sinceOf(page)}: stop sharing ${page.id}`,
          ),
          "The links themselves I do not keep: where one is lost, stop sharing it and ask for another.",
        ),
        title: { text: `You share by ${count(pages.length, "link")}` },
        actions: [
          ...pages.map((page, at) => ({
            label: `Stop sharing ${at + 1}`,
            says: `stop sharing ${page.id}`,
          })),
          ...(pages.length > 1 ? [{ label: "Stop sharing all", says: "stop sharing everything" }] : []),
        ],
      };

/** @param asked of what: that alone is not shared */
export const nothingShared = (asked?: Shareable): Card => ({
  ...alone(asked === undefined ? "You share nothing by a link." : `No link of yours shows ${CALLED[asked]}.`),
  actions: asked === undefined ? (["list", "taste"] as const).map(sharing) : [WHAT_IS_SHARED],
});

const sharing = (what: Shareable): Action => ({
  label: `Share ${SAID[what]}`,
  says: `share ${SAID[what]} as a link`,
});

export const noSuchLink = (id: string): Card => ({
  ...alone(`You share nothing by a link ${id}: it was withdrawn already, or never was.`),
  actions: [WHAT_IS_SHARED],
});

/** @param pages at least one */
export const sharingStopped = (pages: readonly Shared[]): Card => {
  const [page, ...others] = pages;
  return alone(
    others.length === 0 && page
      ? `Done. The link to ${CALLED[page.what]} opens nothing any more.`
      : `Done. ${count(pages.length, "link")} open nothing any more.`,
  );
};

/** @param most that a person may have */
export const tooMuchShared = (most: number): Card => ({
  ...alone(
    `You share by ${most} links, and that is as many as one may have: stop sharing one of them first.`,
  ),
  actions: [WHAT_IS_SHARED],
});
