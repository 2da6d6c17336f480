/** An answer `{ ok: false, error }` of the Web API. */
export class SlackError extends Error {
  override name = "SlackError";
  /** Slack's word for it: "channel_not_found". */
  readonly error: string;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(error: string, detail = "", more: Readonly<Record<string, unknown>> = {}) {
    super(`${error} ${detail}`.trim());
    this.error = error;
    this.more = more;
  }
}
