import { titleWithYear } from "../../src/catalog/title-with-year.ts";
import type { World } from "../../src/conversation/world.ts";
import { drawnPosters } from "../../src/host/drawn-posters.ts";
import type { Bot, Shared } from "../../src/host/run-bots.ts";
import { openInstallations } from "../../src/store/installations.ts";
import type { Store, UserKey } from "../../src/store/store.ts";
import type { KnownOf } from "./home.ts";
import { readSlackSettings } from "./settings.ts";
import { createSlack } from "./slack.ts";

const LATEST = 10;

/** What the Home tab shows of a person. */
export async function knownOf(
  { catalog }: World,
  store: Pick<Store, "suggestions" | "prefersPrivate">,
  hiddenFrom: Shared["hiddenFrom"],
  user: UserKey,
): Promise<KnownOf> {
  const [suggestions, hidden, isPrivate] = await Promise.all([
    store.suggestions(user),
    hiddenFrom(user),
    store.prefersPrivate(user),
  ]);
  return {
    suggested: suggestions
      .slice(-LATEST)
      .toReversed()
      .flatMap(({ id, movie }) => {
        const known = catalog.byId(movie);
        return known ? [{ suggestion: id, title: titleWithYear(known) }] : [];
      }),
    hidden: hidden.map((movie) => ({ movie: movie.id, title: titleWithYear(movie) })),
    isPrivate,
  };
}

/** Twice what Slack shows of a picture of this form. */
const POSTER_WIDTH = 600;

export const slackBot: Bot = {
  title: "Slack",
  isConfigured: ({ SLACK_BOT_TOKEN, SLACK_CLIENT_ID }) => Boolean(SLACK_BOT_TOKEN || SLACK_CLIENT_ID),
  open(environment, { world, store, database, log, hiddenFrom, onLost }) {
    const { forOthers, ...settings } = readSlackSettings(environment);
    return createSlack({
      ...settings,
      ...(forOthers && {
        installing: { ...forOthers, openInstallations: () => openInstallations(database, "slack") },
      }),
      log,
      onLost,
      now: Date.now,
      knownOf: (user) => knownOf(world, store, hiddenFrom, user),
      drawn: drawnPosters({
        world,
        store,
        width: POSTER_WIDTH,
        onTrouble: (err) => log.warn({ err }, "a poster cannot be drawn"),
      }),
    });
  },
};
