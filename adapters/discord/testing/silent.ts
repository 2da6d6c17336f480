import type { Log } from "../log.ts";

export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
