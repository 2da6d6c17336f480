import { App } from "@slack/bolt";
import type { Adapter } from "../../src/host/adapter.ts";
import type { DrawnPosters } from "../../src/host/drawn-posters.ts";
import type { Installations } from "../../src/store/installation.ts";
import { createSealing } from "../../src/store/sealing.ts";
import { wordOf } from "./failures.ts";
import type { HomeOptions } from "./home.ts";
import { listen } from "./listen.ts";
import { boltLogger, type Log } from "./log.ts";
import { teamOf, teamOfUser } from "./names.ts";
import { createNetwork } from "./network.ts";
import { createReceiver, type OwnReceiver, type Transport } from "./receivers.ts";
import type { ForOthers } from "./settings.ts";
import { APP_TOKEN_REFUSED, asked, type Identity, identify } from "./start-up.ts";
import { keptTokens } from "./tokens.ts";
import { USAGE } from "./usage.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";
import { installedWorkspaces, type Present, type Workspaces } from "./workspaces.ts";

export interface SlackOptions {
  /** "xoxb-...": of the workspace of whoever runs it. Absent where others alone install it */
  readonly botToken?: string;
  readonly transport: Transport;
  /** By which others install it in their workspaces, and where their tokens are kept. Absent: nobody else does */
  readonly installing?: ForOthers & { readonly openInstallations: () => Promise<Installations> };
  /** https://slack.com/api/ but in tests. */
  readonly slackApiUrl: string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Posters of films that have no other picture. Default: cards go without */
  readonly drawn?: DrawnPosters;
  /** What the Home tab shows of a person beside their cards. Default: nothing */
  readonly knownOf?: HomeOptions["knownOf"];
  /** For so long a card waits for its poster. Default: 2000 */
  readonly posterWithinMs?: number;
  /** For so long an answer waits for the time zone of whom it is for. Default: 1000 */
  readonly zoneWithinMs?: number;
  /** Slack is gone and will not be back by itself, as when the token was revoked. Told once. Default: logged */
  readonly onLost?: (error: Error) => void;
  /** How long a Slack that is busy or out of order is waited for at the start. Default: 60000 */
  readonly startPatienceMs?: number;
  /** How long an answer may take before "One moment…" is said. Default: 2000 */
  readonly interimAfterMs?: number;
  /** For so long an event that is safe waits for its answer before it is acknowledged; Slack waits for 3000. Default: 0 */
  readonly acknowledgeWithinMs?: number;
}

export interface SlackAdapter extends Adapter {
  edit: NonNullable<Adapter["edit"]>;
  review: NonNullable<Adapter["review"]>;
  /** Where Slack's requests arrive, once started with the HTTP transport. */
  readonly port: number | undefined;
}

const BOT_TOKEN_GONE =
  "Slack no longer accepts SLACK_BOT_TOKEN: reinstall the app, copy its new token into it, and start me again.";
const APP_TOKEN_GONE =
  "Slack no longer accepts SLACK_APP_TOKEN: make another App-Level Token with the scope connections:write, and start me again.";
/** Nearly all is safe by then. */
const SAFE_WITHIN_MS = 800;
/** What is on its way when told to stop is finished within this time, or cut off. */
const STOP_WITHIN_MS = 2_000;

/** Matinee in Slack: direct messages, mentions, /recommend, reactions, buttons, and the App Home tab. */
export function createSlack({
  botToken,
  transport,
  installing,
  slackApiUrl,
  log,
  now,
  interimAfterMs = 2_000,
  acknowledgeWithinMs = 0,
  startPatienceMs = 60_000,
  drawn,
  knownOf = async () => ({ suggested: [], hidden: [], isPrivate: false }),
  posterWithinMs = 2_000,
  zoneWithinMs = 1_000,
  onLost = (error) => log.error({ err: error }, error.message),
}: SlackOptions): SlackAdapter {
  const logger = boltLogger(log);
  const network = createNetwork();
  const shared = {
    slackApiUrl,
    network,
    log,
    now,
    drawn,
    knownOf,
    posterWithinMs,
    zoneWithinMs,
    interimAfterMs,
    acknowledgeWithinMs,
  };
  let identity: (Identity & { readonly team?: string | undefined }) | undefined;
  /** That of whoever runs it. */
  const own =
    botToken === undefined
      ? undefined
      : createWorkspace({
          ...shared,
          botToken,
          identity: () => identity!,
          onLockedOut: (why) => lose(BOT_TOKEN_GONE, why),
        });
  let others: Workspaces | undefined;
  let receiver: OwnReceiver | undefined;
  let starting: AbortController | undefined;
  let isLost = false;
  let closeTokens = (): void => {};

  /** @param why Slack's word for it */
  function lose(what: string, why: string): void {
    if (isLost || !receiver) return;
    isLost = true;
    const error = new Error(`${what} (Slack said: ${why}.)`);
    if (installing) log.error({ err: error }, "one workspace is lost, and the others are not");
    else onLost(error);
  }

  const isOwn = (team: string | undefined): boolean =>
    own !== undefined && (!installing || team === undefined || team === identity?.team);

  async function presentIn(team: string | undefined): Promise<Present | undefined> {
    if (isOwn(team)) return { workspace: own!, botToken: botToken!, identity: identity! };
    return others?.in(team);
  }

  /** Of a conversation or a message. */
  const workspaceOf = async (name: string): Promise<Workspace | undefined> =>
    (await presentIn(teamOf(name)))?.workspace;

  return {
    name: "slack",
    capabilities: {
      reactions: true,
      buttons: true,
      edits: true,
      images: true,
      ephemeral: true,
      reachesAway: true,
      windows: false,
    },

    usage: USAGE,

    get port() {
      return receiver?.port;
    },

    async start(onIncoming, onGap = () => {}, untilSafe) {
      isLost = false;
      starting = new AbortController();
      const startUp = { slackApiUrl, log, patienceMs: startPatienceMs, signal: starting.signal };
      if (own) {
        own.open(onIncoming, untilSafe);
        identity = await identify(own.client, startUp);
      }
      const sealing = installing && createSealing(installing.key, installing.keyBefore);
      const tokens =
        sealing && keptTokens({ installations: await installing.openInstallations(), sealing, log, now });
      if (tokens) {
        closeTokens = () => tokens.close();
        log.info({ workspaces: await tokens.review() }, "installed by others");
        others = installedWorkspaces({
          tokens,
          slackApiUrl,
          fetch: network.fetch,
          log,
          open({ team, bot }, onLockedOut) {
            const workspace = createWorkspace({
              ...shared,
              team: team.id,
              botToken: bot.token,
              identity: () => ({ botUserId: bot.userId, botId: bot.id }),
              onLockedOut,
            });
            workspace.open(onIncoming, untilSafe);
            return workspace;
          },
        });
      }
      const listening = createReceiver(transport, {
        slackApiUrl,
        fetch: network.fetch,
        logger,
        log,
        acknowledgeWithinMs: acknowledgeWithinMs + SAFE_WITHIN_MS,
        onGap,
        onLost: (error) => lose(APP_TOKEN_GONE, wordOf(error)),
        installing: tokens && {
          clientId: installing!.clientId,
          clientSecret: installing!.clientSecret,
          redirectUrl: installing!.redirectUrl,
          stateSecret: sealing!.secretFor("state of an installation in Slack"),
          store: tokens.store,
        },
      });
      receiver = listening;
      const app = new App({
        receiver: listening,
        logger,
        clientOptions: { slackApiUrl },
        async authorize({ teamId }) {
          const present = await presentIn(teamId);
          return {
            ...(teamId !== undefined && { teamId }),
            ...(present && { botToken: present.botToken, ...present.identity }),
          };
        },
        convoStore: false,
      });
      app.error(async (error) => {
        if (receiver) log.error({ err: error }, "something that Slack told could not be dealt with");
        throw error; // so that it is not acknowledged
      });
      listen(app, {
        hearingIn: async (team) => (await presentIn(team))?.workspace.hearing,
        async onRemoved(team) {
          if (team !== undefined && !isOwn(team)) await others?.removed(team);
        },
      });
      if (transport.mode === "http") await app.start();
      else await asked(() => app.start(), startUp, APP_TOKEN_REFUSED);
      starting.signal.throwIfAborted();
    },

    send: async (destination, card) =>
      (await (await workspaceOf(destination.conversation))?.send(destination, card)) ?? { kind: "refused" },
    edit: async (message, card, owner) =>
      (await (await workspaceOf(message))?.edit(message, card, owner)) ?? false,
    review: async (suggested) => (await workspaceOf(suggested.message))?.review(suggested),
    async zoneOf(user) {
      const present = await presentIn(teamOfUser(user)).catch(() => undefined); // nobody can tell just now
      return present?.workspace.zoneOf(user);
    },

    async stop() {
      starting?.abort(new Error("stopped while starting"));
      own?.close();
      others?.close();
      network.close(STOP_WITHIN_MS);
      const listening = receiver;
      receiver = undefined;
      await listening?.stop();
      closeTokens();
    },
  };
}
