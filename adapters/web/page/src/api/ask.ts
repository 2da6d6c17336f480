/** Requests, and what becomes of them. */

/** The server said no, and says what to do. */
export class Refused extends Error {
  override name = "Refused";
  readonly status: number;
  /** When to try again, where that is worth it. */
  readonly afterSeconds: number | undefined;

  constructor(status: number, message: string, afterSeconds?: number) {
    super(message);
    this.status = status;
    this.afterSeconds = afterSeconds;
  }

  get isWorthAnotherTry(): boolean {
    return this.status === 429 || this.status >= 500;
  }
}

/** The server cannot be reached. */
export class Unreachable extends Error {
  override name = "Unreachable";
}

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** For what they want or not at some hours and days. */
const TIME_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** @throws Refused, Unreachable */
export async function ask<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  const isFile = body instanceof Blob;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        accept: "application/json",
        "time-zone": TIME_ZONE,
        ...(body !== undefined && {
          "content-type": isFile ? "application/octet-stream" : "application/json",
        }),
      },
      ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new Unreachable("Matinee cannot be reached.", { cause });
  }
  const answer = (await response.json().catch(() => ({}))) as Answer & { readonly detail?: string };
  if (response.ok) return answer;
  const after = Number(response.headers.get("retry-after"));
  throw new Refused(
    response.status,
    answer.detail ?? "Something went wrong. Try once more.",
    after > 0 ? after : undefined,
  );
}
