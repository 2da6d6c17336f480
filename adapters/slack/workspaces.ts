/** The bot in all its workspaces: in that of a token set by hand, and in those into which others installed it. */
import { webApi } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import { failureOf } from "./failures.ts";
import { boltLogger, type Log } from "./log.ts";
import type { Identity } from "./start-up.ts";
import type { Token, Tokens } from "./tokens.ts";
import type { Workspace } from "./workspace.ts";

/** What the rest remembers of the latest cards and events, it looks up where they come again. */
const AT_HAND = 1_000;

/** The bot in a workspace, and by which token it is there. */
export interface Present {
  readonly workspace: Workspace;
  readonly botToken: string;
  readonly identity: Identity;
}

export interface Workspaces {
  /** Undefined where the bot is not, or no more. @throws where nobody can tell just now */
  in(team: string | undefined): Promise<Present | undefined>;
  /**
   * Slack says that the bot was taken out of a workspace, or accepts its token no more: it is removed, unless another has come
   * in its place since. @throws where Slack cannot be asked just now
   */
  removed(team: string): Promise<void>;
  close(): void;
}

export interface WorkspacesOptions {
  readonly tokens: Tokens;
  readonly open: (token: Token, onLockedOut: () => void) => Workspace;
  readonly slackApiUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly log: Log;
}

export function installedWorkspaces({
  tokens,
  open,
  slackApiUrl,
  fetch,
  log,
}: WorkspacesOptions): Workspaces {
  const present = new LRUCache<string, Present>({ max: AT_HAND });

  async function isAccepted({ bot }: Token): Promise<boolean> {
    const client = new webApi.WebClient(bot.token, {
      slackApiUrl,
      fetch,
      logger: boltLogger(log),
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    });
    try {
      await client.auth.test();
      return true;
    } catch (error) {
      if (failureOf(error).kind === "lockedOut") return false;
      throw error;
    }
  }

  async function removed(team: string): Promise<void> {
    leave(team); // by another token, if there is one, it comes in again
    const kept = await tokens.find(team);
    if (!kept || (kept.token && (await isAccepted(kept.token)))) return;
    if (await tokens.remove(team, kept.sealed))
      log.info({ team }, "taken out of a workspace: its token is removed");
  }

  function leave(team: string): void {
    present.get(team)?.workspace.close();
    present.delete(team);
  }

  return {
    async in(team = "") {
      const known = present.get(team);
      if (known) return known;
      const token = (await tokens.find(team))?.token;
      const opened = present.get(team); // by another event meanwhile
      if (opened || !token) return opened;
      const { bot } = token;
      const workspace = open(token, () => {
        removed(team).catch((err) =>
          log.warn({ err, team }, "whether a token is to be removed cannot be told yet"),
        );
      });
      const entered = {
        workspace,
        botToken: bot.token,
        identity: { botUserId: bot.userId, botId: bot.id },
      };
      present.set(team, entered);
      return entered;
    },
    removed,
    close() {
      for (const team of [...present.keys()]) leave(team);
    },
  };
}
