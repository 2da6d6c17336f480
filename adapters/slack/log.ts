import { type Logger, LogLevel } from "@slack/bolt";

/** The part of pino used here. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const WRONG_SIGNATURE =
  'A request was not signed by your Slack app and was refused. If it should have been: copy the "Signing Secret" from your app\'s page "Basic Information" into SLACK_SIGNING_SECRET, and check the clock of this machine.';

/** Bolt's own warnings, in our log. Its lower levels hold message texts, and are left out. */
export function boltLogger(log: Log): Logger {
  const line = (parts: readonly unknown[]): string => parts.map(String).join(" ");
  return {
    debug() {},
    info() {},
    warn(...parts) {
      const said = line(parts);
      if (said.startsWith("http request failed")) return; // whoever made it tells
      log.warn({ from: "bolt" }, said.includes("Failed to verify authenticity") ? WRONG_SIGNATURE : said);
    },
    error: (...parts) => log.error({ from: "bolt" }, line(parts)),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}
