/** What Matinee talks to: platforms, a language model, TMDB. Nothing is changed there, and nobody is told anything. */
import { createServer } from "node:net";
import { webApi } from "@slack/bolt";
import { REST, type RESTGetAPIGatewayBotResult, Routes } from "discord.js";
import { pino } from "pino";
import { z } from "zod";
import { discordBot } from "../../adapters/discord/bot.ts";
import { isRegistered } from "../../adapters/discord/register.ts";
import { readDiscordSettings } from "../../adapters/discord/settings.ts";
import { slackBot } from "../../adapters/slack/bot.ts";
import { wordOf } from "../../adapters/slack/failures.ts";
import { type ForOthers, readSlackSettings } from "../../adapters/slack/settings.ts";
import {
  APP_TOKEN_REFUSED,
  asked,
  CLIENT_REFUSED,
  identify,
  type StartingUp,
} from "../../adapters/slack/start-up.ts";
import { webBot } from "../../adapters/web/bot.ts";
import { readWebSettings } from "../../adapters/web/settings.ts";
import { networkCodeOf } from "../../src/host/network-error.ts";
import { createAsk, type LlmCall } from "../../src/intent/llm/ask.ts";
import { readLlmSettings } from "../../src/intent/llm/settings.ts";
import { createTmdbApi } from "../../src/tmdb/api.ts";
import { readTmdbSettings } from "../../src/tmdb/settings.ts";
import { type Check, type Finding, fault, unused, well } from "./check.ts";

type Environment = NodeJS.ProcessEnv;

const DISCORD = "https://discord.com/api";
/** Slack takes no request whose time is further off than 5 minutes, nor does a cookie or a token outlive that. */
const MOST_SKEW_MS = 120_000;
/** A busy or failing service is not waited for: that it is so is what was to be found out. */
const PATIENCE_MS = 5_000;
const FEW_STARTS = 10;

export const serviceChecks = (environment: Environment): readonly Check[] => [
  {
    name: "Discord",
    look: () =>
      discordBot.isConfigured(environment) ? discord(environment) : unused("DISCORD_TOKEN is not set"),
  },
  {
    name: "Slack",
    look: () =>
      slackBot.isConfigured(environment)
        ? slack(environment)
        : unused("SLACK_BOT_TOKEN is not set, nor SLACK_CLIENT_ID"),
  },
  {
    name: "Web",
    look: () => (webBot.isConfigured(environment) ? web(environment) : unused("WEB_PORT is not set")),
  },
  { name: "Language model", look: () => languageModel(environment) },
  { name: "TMDB", look: () => tmdb(environment) },
  { name: "Clock", look: () => clock(environment) },
];

async function discord(environment: Environment): Promise<Finding> {
  const { token, api = DISCORD, guild, shards } = readDiscordSettings(environment);
  const rest = new REST({ api, retries: 0 }).setToken(token);
  try {
    const isKnown = await isRegistered(rest, guild);
    const gateway = (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
    return discordFinding(isKnown, gateway, shards === "auto" ? gateway.shards : shards.ids.length);
  } catch (error) {
    const code = networkCodeOf(error);
    if (code === undefined) throw error;
    return fault(`Discord cannot be reached at ${api} (${code}): see that the network reaches it.`);
  }
}

function discordFinding(
  isKnown: boolean,
  { session_start_limit: { remaining, reset_after } }: RESTGetAPIGatewayBotResult,
  shards: number,
): Finding {
  if (!isKnown)
    return fault(
      "The token is right, but the commands are not those of this version: run npm run discord:register.",
    );
  if (remaining < FEW_STARTS * shards)
    return fault(
      `The bot may log in only ${remaining} more times within ${Math.ceil(reset_after / 3_600_000)} h, and takes ${shards} for a start: start it less often.`,
    );
  const many = shards === 1 ? "" : `, and there are log-ins for all ${shards} shards`;
  return well(`the token is right, the commands are registered, no privileged intent is needed${many}`);
}

async function slack(environment: Environment): Promise<Finding> {
  const { botToken, slackApiUrl, transport, forOthers } = readSlackSettings(environment);
  const log = pino({ level: "silent" });
  const starting = { slackApiUrl, log, patienceMs: PATIENCE_MS, signal: new AbortController().signal };
  const options = { slackApiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  if (botToken !== undefined) await identify(new webApi.WebClient(botToken, options), starting);
  if (transport.mode === "http") {
    if (forOthers) await mustBeClient(new webApi.WebClient(undefined, options), forOthers, starting);
    await mustBeFree(transport.host, transport.port, "SLACK_PORT");
    const own = botToken === undefined ? [] : ["the token and its scopes are right"];
    const others = forOthers ? ["others can install it"] : [];
    return well([...own, ...others, `port ${transport.port} is free`].join(", "));
  }
  const app = new webApi.WebClient(transport.appToken, options);
  await asked(() => app.apps.connections.open(), starting, APP_TOKEN_REFUSED);
  return well("both tokens and the scopes are right");
}

/** A code that Slack never gave is refused as such by whoever may ask. @throws Error where the client is none */
async function mustBeClient(
  client: webApi.WebClient,
  { clientId, clientSecret }: ForOthers,
  starting: StartingUp,
): Promise<void> {
  const ask = (): Promise<unknown> =>
    client.oauth.v2
      .access({ client_id: clientId, client_secret: clientSecret, code: "none" })
      .catch((error: unknown) => {
        if (wordOf(error) !== "invalid_code") throw error;
      });
  await asked(ask, starting, CLIENT_REFUSED);
}

async function web(environment: Environment): Promise<Finding> {
  const { host, port } = readWebSettings(environment);
  await mustBeFree(host, port, "WEB_PORT");
  return well(`port ${port} of ${host} is free`);
}

/** @throws Error where the port is taken, or the address is not this machine's */
async function mustBeFree(host: string, port: number, setting: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer();
    server.once("error", ({ code = "" }: NodeJS.ErrnoException) =>
      reject(
        new Error(
          code === "EADDRINUSE"
            ? `Port ${port} of ${host} is taken, maybe by Matinee itself: stop what has it, or set ${setting}.`
            : `Nothing can listen at ${host}, port ${port} (${code}): set another address or ${setting}.`,
        ),
      ),
    );
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

/** One request of a few words, which costs next to nothing and proves the address, the key, the model and the form. */
async function languageModel(environment: Environment): Promise<Finding> {
  const settings = readLlmSettings(environment);
  if (!settings) return unused("OPENAI_BASE_URL and OPENAI_API_KEY are not set: texts are read by rules");
  const calls: LlmCall[] = [];
  const ask = createAsk({ settings, now: Date.now, onCall: (call) => calls.push(call) });
  const deadline = { signal: AbortSignal.timeout(PATIENCE_MS), endMs: Date.now() + PATIENCE_MS };
  const reply = await ask([{ role: "user", content: "a comedy" }], deadline);
  const { latencyMs = 0, status } = calls.at(-1) ?? {};
  if (reply.kind === "text") return well(`${settings.model} answers in ${latencyMs} ms`);
  return fault(
    `${settings.model} at ${settings.baseUrl} does not answer (${reply.why}${status === undefined ? "" : `, HTTP ${status}`}): see that OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL are right; until then rules read the texts.`,
  );
}

async function tmdb(environment: Environment): Promise<Finding> {
  const settings = readTmdbSettings(environment);
  if (!settings) return unused("TMDB_API_KEY is not set: posters are drawn");
  const answer = await createTmdbApi({ settings })(
    "/configuration",
    {},
    z.looseObject({ images: z.looseObject({}) }),
  );
  if (answer.kind === "found")
    return well(`the key is right; where to watch is told for ${settings.country}`);
  return fault(
    `TMDB at ${settings.url}: ${answer.kind === "none" ? "nothing of it is there" : answer.why}. See that TMDB_API_KEY and TMDB_API_URL are right and the network reaches it; until then posters are drawn.`,
  );
}

/** By the clock of the first service that is set up: every answer over HTTP has its time. */
async function clock(environment: Environment): Promise<Finding> {
  const address = timeTeller(environment);
  if (address === undefined) return unused("nothing is set up that tells the time");
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => undefined);
  if (!response) return unused(`${new URL(address).host}, which tells the time, cannot be reached`);
  await response.body?.cancel();
  const theirs = Date.parse(response.headers.get("date") ?? "");
  if (Number.isNaN(theirs)) return unused(`${new URL(address).host} does not tell the time`);
  const skewMs = Date.now() - theirs;
  if (Math.abs(skewMs) <= MOST_SKEW_MS) return well("agrees with the platforms'");
  return fault(
    `This machine is ${Math.round(Math.abs(skewMs) / 1000)} s ${skewMs > 0 ? "ahead" : "behind"}: have its clock set by the network (timedatectl set-ntp true).`,
  );
}

/** What is set up wrongly tells no time, and is a fault of its own. */
function timeTeller(environment: Environment): string | undefined {
  try {
    return addressOf(environment);
  } catch {
    return undefined;
  }
}

function addressOf(environment: Environment): string | undefined {
  return discordBot.isConfigured(environment)
    ? `${readDiscordSettings(environment).api ?? DISCORD}/v10/gateway`
    : slackBot.isConfigured(environment)
      ? `${readSlackSettings(environment).slackApiUrl}api.test`
      : (readLlmSettings(environment)?.baseUrl ?? readTmdbSettings(environment)?.url);
}
