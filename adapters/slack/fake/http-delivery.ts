/** Signed HTTP requests, Slack's end: docs.slack.dev/authentication/verifying-requests-from-slack. */
import { createHmac } from "node:crypto";
import { ACKNOWLEDGE_WITHIN_MS, type Delivery } from "./delivery.ts";

/** Slack tries an event again at once, after a minute and after five; here it does not wait. */
const RETRIES = 3;

export function httpDelivery(url: string, signingSecret: string): Delivery {
  async function post(
    contentType: string,
    body: string,
    headers: Record<string, string> = {},
  ): Promise<number> {
    const seconds = String(Math.floor(Date.now() / 1000));
    const signature = createHmac("sha256", signingSecret).update(`v0:${seconds}:${body}`).digest("hex");
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: {
        "content-type": contentType,
        "x-slack-request-timestamp": seconds,
        "x-slack-signature": `v0=${signature}`,
        ...headers,
      },
      signal: AbortSignal.timeout(ACKNOWLEDGE_WITHIN_MS),
    });
    return response.status;
  }

  return {
    async event(payload) {
      let status = 0;
      for (let attempt = 0; attempt <= RETRIES; attempt++) {
        const retry = { "x-slack-retry-num": String(attempt), "x-slack-retry-reason": "http_error" };
        status = await post("application/json", JSON.stringify(payload), attempt > 0 ? retry : {});
        if (status < 300) return;
      }
      throw new Error(`http_error ${status}`);
    },

    async interaction(type, payload) {
      const form =
        type === "interactive" ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
      const status = await post("application/x-www-form-urlencoded", new URLSearchParams(form).toString());
      if (status >= 300) throw new Error(`dispatch_failed ${status}`);
    },
  };
}
