/** Drawn posters as files of the bot's in Slack: each is uploaded once, and shown by its id from then on. */
import { setTimeout as sleep } from "node:timers/promises";
import { webApi } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import type { SuggestionId } from "../../src/conversation/person.ts";
import type { DrawnPoster, DrawnPosters } from "../../src/host/drawn-posters.ts";
import type { ConversationId } from "../../src/store/store.ts";
import { atMost } from "./at-most.ts";
import type { Calls } from "./calls.ts";
import { refusal } from "./failures.ts";
import type { Log } from "./log.ts";
import type { Picture } from "./picture.ts";

/** Slack looks at what was uploaded before it shows it: how long that is waited for, and how often it is asked. */
const LOOKED_AT_WITHIN = { times: 8, everyMs: 250 };
const FILES_AT_HAND = 2_000;
const SUGGESTIONS_AT_HAND = 10_000;

const NO_SCOPE =
  "The Slack app lacks a scope for pictures: cards come without drawn posters. Add files:read and files:write under OAuth & Permissions, then press Reinstall to Workspace.";

/** Never fail: a card goes without. */
export interface Posters {
  of(suggestion: SuggestionId, conversation: ConversationId): Promise<Picture | undefined>;
  /** What was shown of it before, by this process. */
  known(suggestion: SuggestionId): Picture | undefined;
  /** Slack does not take its file: the next time it is uploaded anew. */
  forget(suggestion: SuggestionId): void;
}

export interface PostersOptions {
  readonly client: webApi.WebClient;
  readonly calls: Calls;
  readonly fetch: typeof globalThis.fetch;
  /** Absent: there are none. */
  readonly drawn?: DrawnPosters | undefined;
  /** A card waits no longer for its poster, which the next one of the film finds there. */
  readonly withinMs: number;
  readonly log: Log;
}

export function createPosters({ client, calls, fetch, drawn, withinMs, log }: PostersOptions): Posters {
  /** By the poster's name. */
  const files = new LRUCache<string, Promise<string | undefined>>(atMost(FILES_AT_HAND));
  const shown = new LRUCache<SuggestionId, { readonly name: string; readonly picture: Picture }>(
    atMost(SUGGESTIONS_AT_HAND),
  );
  let isForbidden = false;

  const call = <T>(method: string, work: () => Promise<T>): Promise<T> =>
    calls.make({ method, urgency: "answer", repeatable: true }, work);

  async function upload({ name, png, alt }: DrawnPoster): Promise<string> {
    const bytes = new Blob([new Uint8Array(png)], { type: "image/png" });
    const filename = `${name}.png`;
    const { upload_url, file_id } = await call("files.getUploadURLExternal", () =>
      client.files.getUploadURLExternal({ filename, length: bytes.size, alt_text: alt }),
    );
    await call("upload", async () => {
      const body = new FormData();
      body.append("file", bytes, filename);
      const { status, statusText } = await fetch(upload_url!, { method: "POST", body });
      if (status !== 200) throw new webApi.WebAPIHTTPError(status, statusText, {});
    });
    await call("files.completeUploadExternal", () =>
      client.files.completeUploadExternal({ files: [{ id: file_id!, title: alt }] }),
    );
    return file_id!;
  }

  async function isLookedAt(id: string): Promise<boolean> {
    for (let time = 0; time < LOOKED_AT_WITHIN.times && !calls.isClosed; time++) {
      const { file } = await call("files.info", () => client.files.info({ file: id }));
      if (file?.mimetype) return true;
      await sleep(LOOKED_AT_WITHIN.everyMs);
    }
    return false;
  }

  async function fileOf(poster: DrawnPoster): Promise<string | undefined> {
    try {
      const id = await upload(poster);
      return (await isLookedAt(id)) ? id : undefined;
    } catch (error) {
      if (refusal(error) === "missing_scope" && !isForbidden) {
        isForbidden = true;
        log.warn({}, NO_SCOPE);
      }
      return undefined;
    }
  }

  function uploaded(poster: DrawnPoster): Promise<string | undefined> {
    const before = files.get(poster.name);
    if (before) return before;
    const file = fileOf(poster);
    files.set(poster.name, file);
    void file.then((id) => id === undefined && files.delete(poster.name));
    return file;
  }

  async function draw(suggestion: SuggestionId, conversation: ConversationId): Promise<Picture | undefined> {
    const poster = await drawn?.of(suggestion, conversation);
    const file = poster && (await uploaded(poster));
    if (!poster || file === undefined) return undefined;
    const picture = { alt: poster.alt, file };
    shown.set(suggestion, { name: poster.name, picture });
    return picture;
  }

  return {
    async of(suggestion, conversation) {
      if (isForbidden) return undefined;
      const tooLong = new AbortController();
      const late = sleep(withinMs, undefined, { signal: tooLong.signal }).catch(() => undefined);
      const picture = await Promise.race([draw(suggestion, conversation), late]);
      tooLong.abort();
      return picture;
    },
    known: (suggestion) => shown.get(suggestion)?.picture,
    forget(suggestion) {
      const { name } = shown.get(suggestion) ?? {};
      if (name !== undefined) files.delete(name);
      shown.delete(suggestion);
    },
  };
}
