import type { Capabilities } from "../../src/host/adapter.ts";

/** What a page that is asked and answers can do. */
export const CAPABILITIES: Capabilities = {
  reactions: false,
  buttons: true,
  edits: false,
  images: true,
  ephemeral: true,
  reachesAway: false,
  windows: false,
  apart: true,
};
