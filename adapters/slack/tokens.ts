/** The workspaces into which others installed the bot, with the tokens that let it in there. */
import type { Installation, InstallationStore } from "@slack/bolt";
import { z } from "zod";
import type { Installations } from "../../src/store/installation.ts";
import type { Sealing } from "../../src/store/sealing.ts";
import type { Log } from "./log.ts";

const tokenSchema = z.object({
  team: z.object({ id: z.string() }),
  bot: z.object({ token: z.string(), id: z.string(), userId: z.string(), scopes: z.array(z.string()) }),
  /** Who installed it. */
  user: z.object({ id: z.string() }),
});
export type Token = z.infer<typeof tokenSchema>;

/** As it is kept; without a token where it was encrypted with a key that is not at hand, or is damaged. */
export interface KeptToken {
  readonly sealed: Uint8Array;
  readonly token?: Token;
}

export interface Tokens {
  find(team: string): Promise<KeptToken | undefined>;
  /** False where another has taken its place meanwhile. */
  remove(team: string, sealed: Uint8Array): Promise<boolean>;
  /**
   * Encrypts with the key in use what was encrypted with the one before.
   *
   * @returns how many workspaces there are
   * @throws Error with one sentence, where none of the tokens can be read
   */
  review(): Promise<number>;
  /** Through which Bolt keeps what it gets of Slack. */
  readonly store: InstallationStore;
  close(): void;
}

const WRONG_KEY =
  "The tokens of the workspaces in the database were encrypted with another key than SLACK_TOKEN_KEY: set the one that was in use, as SLACK_TOKEN_KEY or as SLACK_TOKEN_KEY_BEFORE.";

export interface TokensOptions {
  readonly installations: Installations;
  readonly sealing: Sealing;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function keptTokens({ installations, sealing, log, now }: TokensOptions): Tokens {
  function read(id: string, sealed: Uint8Array): Token | undefined {
    const opened = sealing.open(sealed, nameOf(id));
    return opened === undefined ? undefined : tokenSchema.parse(JSON.parse(opened));
  }

  async function find(team: string): Promise<KeptToken | undefined> {
    const kept = await installations.find(team);
    if (!kept) return undefined;
    const token = read(team, kept.sealed);
    return { sealed: kept.sealed, ...(token && { token }) };
  }

  return {
    find,
    remove: (team, sealed) => installations.remove(team, sealed),
    async review() {
      const all = await installations.all();
      const unreadable = all.filter(({ id, sealed }) => !read(id, sealed));
      if (unreadable.length > 0 && unreadable.length === all.length) throw new Error(WRONG_KEY);
      for (const { id } of unreadable)
        log.warn(
          { team: id },
          "the token of a workspace was encrypted with another key, or is damaged: the app has to be installed there again",
        );
      const old = all.filter((one) => !unreadable.includes(one) && !sealing.isCurrent(one.sealed));
      for (const { id, sealed } of old)
        await installations.reseal(id, sealed, sealing.seal(sealing.open(sealed, nameOf(id))!, nameOf(id)));
      if (old.length > 0)
        log.info(
          { workspaces: old.length },
          "tokens are encrypted with SLACK_TOKEN_KEY now, and SLACK_TOKEN_KEY_BEFORE is of no more use",
        );
      return all.length;
    },
    store: {
      async storeInstallation(installation) {
        const token = tokenIn(installation);
        const { id } = token.team;
        const sealed = sealing.seal(JSON.stringify(token), nameOf(id));
        await installations.put({ id, sealed, atMs: now() });
        log.info({ team: id }, "installed in a workspace");
      },
      async fetchInstallation({ teamId = "" }) {
        const token = (await find(teamId))?.token;
        if (!token) throw new Error(`not installed in ${teamId}`);
        return {
          ...token,
          user: { ...token.user, token: undefined, scopes: undefined },
          enterprise: undefined,
        };
      },
    },
    close: () => installations.close(),
  };
}

/** Of what a token is for: it cannot be put in the place of another workspace's. */
const nameOf = (team: string): string => `slack ${team}`;

/** What is kept: the bot's token alone. @throws Error where there is none */
function tokenIn({ team, bot, user }: Pick<Installation, "team" | "bot" | "user">): Token {
  if (!team || !bot)
    throw new Error(
      "Matinee is installed in single workspaces, as a bot: not in an organisation as a whole.",
    );
  return tokenSchema.parse({ team, bot, user });
}
