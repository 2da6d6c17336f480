import type { Bot } from "../../src/host/run-bots.ts";
import { readSlackSettings } from "./settings.ts";
import { createSlack } from "./slack.ts";

export const slackBot: Bot = {
  title: "Slack",
  isConfigured: ({ SLACK_BOT_TOKEN }) => Boolean(SLACK_BOT_TOKEN),
  open: (environment, { log, onLost }) =>
    createSlack({ ...readSlackSettings(environment), log, onLost, now: Date.now }),
};
