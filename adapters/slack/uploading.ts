/** Files, which Slack takes in three steps: an address is asked for, the bytes go there, and the file is posted. */
import { webApi } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import type { Card } from "../../src/conversation/card.ts";
import type { Destination } from "../../src/host/adapter.ts";
import type { DeliveryId } from "../../src/store/store.ts";
import { atMost } from "./at-most.ts";
import type { Calls } from "./calls.ts";
import { refusal } from "./failures.ts";
import { type Find, hasFile } from "./finding.ts";

const FILES_AT_HAND = 1_000;

export interface FileCard {
  readonly lines: Card["lines"];
  readonly file: NonNullable<Card["file"]>;
}

/**
 * Posts a file, once for a delivery as long as this process lives: what another process left unclear is posted again.
 * False where Slack refuses.
 *
 * @throws where it may be tried again
 */
export type Upload = (
  channel: string,
  card: FileCard,
  answering: Pick<Destination, "delivery" | "atMs">,
) => Promise<boolean>;

export function createUpload(
  client: webApi.WebClient,
  calls: Calls,
  find: Find,
  fetch: typeof globalThis.fetch,
): Upload {
  const uploaded = new LRUCache<DeliveryId, string>(atMost(FILES_AT_HAND));

  async function upload({ name, text, mediaType }: FileCard["file"]): Promise<string> {
    const bytes = new Blob([text], { type: mediaType });
    const { upload_url, file_id } = await calls.make(
      { method: "files.getUploadURLExternal", urgency: "answer", repeatable: true },
      () => client.files.getUploadURLExternal({ filename: name, length: bytes.size }),
    );
    await calls.make({ method: "upload", urgency: "answer", repeatable: true }, async () => {
      const body = new FormData();
      body.append("file", bytes, name);
      const { status, statusText } = await fetch(upload_url!, { method: "POST", body });
      if (status !== 200) throw new webApi.WebAPIHTTPError(status, statusText, {});
    });
    return file_id!;
  }

  return async (channel, { lines, file }, { delivery, atMs }) => {
    const before = uploaded.get(delivery);
    try {
      if (before !== undefined && (await find({ channel }, atMs, hasFile(before))) !== undefined) return true;
      const id = before ?? (await upload(file));
      uploaded.set(delivery, id);
      await calls.make({ method: "files.completeUploadExternal", urgency: "answer", repeatable: false }, () =>
        client.files.completeUploadExternal({
          files: [{ id, title: file.name }],
          channel_id: channel,
          initial_comment: lines.join("\n"),
        }),
      );
      return true;
    } catch (error) {
      if (refusal(error) === undefined) throw error;
      uploaded.delete(delivery);
      return false;
    }
  };
}
