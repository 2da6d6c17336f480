import { Option } from "commander";

/** As the adapters call themselves. */
const PLATFORMS = ["terminal", "discord", "slack", "web"];

/** Where somebody talks, whom a command is about. */
export const platformOption = (): Option =>
  new Option("--platform <name>", "where they talk").choices(PLATFORMS).default("terminal");
