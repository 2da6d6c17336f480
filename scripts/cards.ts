/**
 * Draws what people see of Matinee in Discord and in Slack, from the very messages that the bots send: real conversations on
 * the platforms of the tests, shown as the platforms' clients show them. Needs a Chromium.
 * Usage: npx matinee cards --out artifacts/screens
 */
import { mkdtempSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pino } from "pino";
import { chromium } from "playwright-core";
import { createDiscord } from "../adapters/discord/discord.ts";
import { fakeDiscord } from "../adapters/discord/fake/fake-discord.ts";
import type { FakeMessage } from "../adapters/discord/fake/world.ts";
import { knownOf } from "../adapters/slack/bot.ts";
import { openFakeSlack } from "../adapters/slack/fake/fake-slack.ts";
import type { Message } from "../adapters/slack/fake/workspace.ts";
import { createSlack } from "../adapters/slack/slack.ts";
import type { World } from "../src/conversation/world.ts";
import type { Adapter } from "../src/host/adapter.ts";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { type DrawnPosters, drawnPosters } from "../src/host/drawn-posters.ts";
import { createHost } from "../src/host/host.ts";
import { openReader } from "../src/host/open-reader.ts";
import { openWorld } from "../src/host/open-world.ts";
import { openSqliteStore } from "../src/store/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import { discordPage } from "./cards/discord-look.ts";
import { homePage, type Look, slackPage } from "./cards/slack-look.ts";
import { makeRoom, run } from "./command-line.ts";

const ASKED = "a heist film from the 90s";
const NEVER_MS = 120_000;

interface Stage {
  readonly world: World;
  readonly store: Store;
  readonly posters: DrawnPosters;
  /** The posters so far, in the order in which they were drawn, and by their names. */
  readonly drawn: Map<string, Buffer>;
  readonly order: Buffer[];
}

async function openStage(): Promise<Stage> {
  const config = readConfig();
  const world = await openWorld(config.MATINEE_ARTIFACTS, config.MATINEE_POLICY);
  const store = await openSqliteStore(join(mkdtempSync(join(tmpdir(), "matinee-cards-")), "cards.db"));
  const onTrouble = (error: unknown) => {
    throw error;
  };
  const real = drawnPosters({ world, store, width: 600, onTrouble });
  const drawn = new Map<string, Buffer>();
  const order: Buffer[] = [];
  const posters: DrawnPosters = {
    ...real,
    async of(...asked) {
      const poster = await real.of(...asked);
      if (poster) {
        drawn.set(poster.name, poster.png);
        order.push(poster.png);
      }
      return poster;
    },
  };
  return { world, store, posters, drawn, order };
}

async function hosted({ world, store }: Stage, adapter: Adapter) {
  const reader = await openReader(world, { wordsFolder: readConfig().MATINEE_WORDS });
  const onError = (error: unknown) => {
    throw error;
  };
  const host = createHost({ world, store, reader, adapter, onError });
  await host.start();
  return host;
}

async function until<T>(look: () => T | undefined): Promise<T> {
  for (const since = Date.now(); Date.now() - since < NEVER_MS; await setTimeout(50)) {
    const found = look();
    if (found !== undefined) return found;
  }
  throw new Error("Nothing came of it: run the tests of the adapters.");
}

const dataOf = (png: Buffer | undefined): string =>
  png ? `data:image/png;base64,${png.toString("base64")}` : "";

const log = pino({ level: "silent" });

async function inDiscord(gestures: "reactions" | "buttons"): Promise<string> {
  const stage = await openStage();
  const fake = await fakeDiscord();
  const { token, api } = fake;
  const adapter = createDiscord({
    token,
    api,
    log,
    now: Date.now,
    completeTitle: () => [],
    posters: stage.posters,
    gestures,
  });
  const host = await hosted(stage, adapter);
  const ada = fake.user("ada");
  const cards = () => fake.messages(ada.dm).filter(({ embeds }) => embeds[0]?.image ?? embeds[0]?.thumbnail);
  const isWhole = (message: FakeMessage) => gestures === "buttons" || message.reactions.size >= 4;
  ada.writes(ada.dm, ASKED);
  const first = await until(() => cards().filter(isWhole)[0]);
  if (gestures === "buttons") await ada.press(first, "Like").acknowledged;
  else ada.reacts(first, "👍");
  await until(() => (first.embeds[0]?.thumbnail ? cards().filter(isWhole)[1] : undefined));
  const posterOf = (message: FakeMessage) => stage.order[cards().indexOf(message)];
  const html = discordPage(
    fake.messages(ada.dm).map((message) => ({
      author: message.author === ada.id ? "Ada" : "Matinee",
      isBot: message.author !== ada.id,
      content: message.content,
      embeds: message.embeds,
      components: message.components,
      reactions: [...message.reactions].map(([emoji, who]) => [emoji, who.size, who.has(ada.id)] as const),
      poster: dataOf(posterOf(message)),
    })),
  );
  await host.stop();
  await fake.close();
  await stage.store.close();
  return html;
}

const EMOJI: Readonly<Record<string, string>> = {
  "+1": "👍",
  "-1": "👎",
  black_right_pointing_double_triangle_with_vertical_bar: "⏭️",
  information_source: "ℹ️",
  bookmark: "🔖",
};

async function inSlack(): Promise<{ readonly channel: string; readonly home: string }> {
  const stage = await openStage();
  const slack = await openFakeSlack();
  const hiddenFrom = async () => [stage.world.catalog.byId("tt0120338")].flatMap((movie) => movie ?? []);
  const adapter = createSlack({
    botToken: slack.botToken,
    transport: { mode: "socket", appToken: slack.appToken },
    slackApiUrl: slack.apiUrl,
    log,
    now: Date.now,
    drawn: stage.posters,
    posterWithinMs: NEVER_MS,
    knownOf: (user) => knownOf(stage.world, stage.store, hiddenFrom, user),
  });
  const host = await hosted(stage, adapter);
  const ada = slack.user("ada");
  const channel = slack.channel("movies");
  const cards = () =>
    channel.messages.filter(({ metadata }) => metadata?.event_payload.suggestion !== undefined);
  const isWhole = ({ reactions }: Message) => reactions.size >= 4;
  const asked = ada.mention(channel, ASKED);
  const first = await until(() => cards().filter(isWhole)[0]);
  ada.react(first, "+1");
  await until(() => (first.edited ? cards().filter(isWhole)[1] : undefined));
  ada.openHome();
  const home = await until(() => ada.home());
  const look: Look = {
    pictureOf: (file) => dataOf(stage.drawn.get(slack.files.get(file)?.name.replace(/\.png$/, "") ?? "")),
    nameOf: (user) => (user === ada.id ? "Ada" : "Matinee"),
  };
  const seen = (message: Message) => ({
    author: look.nameOf(message.author),
    isBot: message.author !== ada.id,
    text: message.text,
    blocks: message.blocks,
    reactions: [...message.reactions].map(
      ([name, who]) => [EMOJI[name] ?? name, who.size, who.has(ada.id)] as const,
    ),
  });
  const pages = {
    channel: slackPage(seen(asked), cards().map(seen), look),
    home: homePage(home.blocks, look),
  };
  await host.stop();
  await slack.close();
  await stage.store.close();
  return pages;
}

async function main(args: readonly string[]): Promise<void> {
  const { out } = command("cards", "matinee cards --out artifacts/screens")
    .description("Draws what people see in Discord and in Slack, from the messages that the bots send.")
    .option("--out <folder>", "where the pictures go", "artifacts/screens")
    .parse(args, { from: "user" })
    .opts<{ out: string }>();
  makeRoom(out);
  const { channel, home } = await inSlack();
  const pages = {
    discord: await inDiscord("reactions"),
    "discord-buttons": await inDiscord("buttons"),
    slack: channel,
    "slack-home": home,
  };
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  for (const [name, html] of Object.entries(pages)) {
    const tab = await browser.newPage({ deviceScaleFactor: 1.5 });
    await tab.setContent(html);
    await writeFile(join(out, `${name}.png`), await tab.locator("main").screenshot());
  }
  await browser.close();
}

await run(main);
