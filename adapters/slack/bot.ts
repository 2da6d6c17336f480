import { drawnPosters } from "../../src/host/drawn-posters.ts";
import type { Bot } from "../../src/host/run-bots.ts";
import { readSlackSettings } from "./settings.ts";
import { createSlack } from "./slack.ts";

/** Twice what Slack shows of a picture of this form. */
const POSTER_WIDTH = 600;

export const slackBot: Bot = {
  title: "Slack",
  isConfigured: ({ SLACK_BOT_TOKEN }) => Boolean(SLACK_BOT_TOKEN),
  open: (environment, { world, store, log, onLost }) =>
    createSlack({
      ...readSlackSettings(environment),
      log,
      onLost,
      now: Date.now,
      drawn: drawnPosters({
        world,
        store,
        width: POSTER_WIDTH,
        onTrouble: (err) => log.warn({ err }, "a poster cannot be drawn"),
      }),
    }),
};
