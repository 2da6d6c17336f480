import { fileURLToPath } from "node:url";
import type { Bot } from "../../src/host/run-bots.ts";
import { openApiKeys } from "../../src/store/api-keys.ts";
import { secretIn } from "./secret.ts";
import { readWebSettings, WEB_SETTINGS } from "./settings.ts";
import { createWeb } from "./web.ts";
import { PLATFORM } from "./who.ts";

/** What Vite makes of the page. */
const PAGE = fileURLToPath(new URL("./page/", import.meta.url));

export const webBot: Bot = {
  title: "the web",
  limitsItself: true,
  isConfigured: (environment) => WEB_SETTINGS.some((name) => Boolean(environment[name])),
  open(environment, shared) {
    const {
      world,
      worldOf,
      store,
      states,
      database,
      besides,
      cookieSecret,
      signals,
      limiters,
      details,
      openOperation,
      tally,
      metrics,
      log,
      onLost,
    } = shared;
    const { secret = cookieSecret ?? secretIn(`${besides}-web-secret`), ...settings } =
      readWebSettings(environment);
    return createWeb({
      ...settings,
      secret,
      world,
      worldOf,
      store,
      states,
      signals,
      limiters,
      log,
      page: PAGE,
      details,
      openKeys: () => openApiKeys(database),
      openOperation,
      onRefused: (status) => tally.refused(PLATFORM, status),
      metrics,
      onLost,
      now: Date.now,
    });
  },
};
