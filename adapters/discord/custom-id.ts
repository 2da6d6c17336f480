import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIMessage,
  ComponentType,
} from "discord.js";
import { GESTURES, type Gesture } from "../../src/conversation/event.ts";
import type { SuggestionId } from "../../src/conversation/person.ts";
import { LIMITS } from "./limits.ts";

/** What a button means. All of it is in the button's id, so that it works after a restart without any memory. */
export type Press = {
  /** The only person it works for; absent: for everybody. */
  readonly owner?: string;
} & (
  | { readonly kind: "gesture"; readonly gesture: Gesture; readonly suggestion: SuggestionId }
  /** Takes that answer back. */
  | { readonly kind: "undo"; readonly gesture: Gesture; readonly suggestion: SuggestionId }
  | { readonly kind: "share"; readonly suggestion: SuggestionId }
  | { readonly kind: "say"; readonly says: string }
);

/** Buttons outlive the program that made them: a change of the format needs another version. */
const VERSION = "m1";
const SIGNS = {
  like: "l",
  dislike: "d",
  skip: "s",
  later: "b",
  info: "i",
  share: "h",
  say: "w",
  undo: "u",
} as const;
type Meaning = keyof typeof SIGNS;
const MEANINGS = new Map(
  Object.entries(SIGNS).map(([meaning, sign]) => [sign as string, meaning as Meaning]),
);

/** "m1:l:213456789012345678:AbCd"; undefined where it would be longer than Discord takes. */
export function writeCustomId(press: Press): string | undefined {
  const meaning = press.kind === "gesture" ? press.gesture : press.kind;
  const rest = restOf(press);
  const id = [VERSION, SIGNS[meaning], press.owner ?? "", rest].join(":");
  return id.length <= LIMITS.customId ? id : undefined;
}

function restOf(press: Press): string {
  switch (press.kind) {
    case "say":
      return press.says;
    case "undo":
      return `${press.gesture}:${press.suggestion}`;
    default:
      return press.suggestion;
  }
}

/** It answers the suggestion that it stands under, or takes an answer back. */
export const isOnSuggestion = (press: Press | undefined): boolean =>
  press?.kind === "gesture" || press?.kind === "undo";

/** The ids of all buttons of a message. */
export const customIdsOf = ({ components = [] }: Pick<APIMessage, "components">): string[] =>
  components.flatMap((row) => (row.type === ComponentType.ActionRow ? idsIn(row) : []));

const idsIn = ({ components }: APIActionRowComponent<APIComponentInMessageActionRow>): string[] =>
  components.flatMap((one) => ("custom_id" in one ? [one.custom_id] : []));

/** What was written; undefined for buttons of another version or maker. */
export function readCustomId(id: string): Press | undefined {
  const [version, sign = "", owner, ...parts] = id.split(":");
  const meaning = MEANINGS.get(sign);
  const rest = parts.join(":");
  if (version !== VERSION || meaning === undefined || rest === "") return undefined;
  const whose = owner ? { owner } : {};
  switch (meaning) {
    case "say":
      return { ...whose, kind: "say", says: rest };
    case "share":
      return { ...whose, kind: "share", suggestion: rest };
    case "undo": {
      const [given, suggestion = ""] = parts;
      const gesture = GESTURES.find((one) => one === given);
      return gesture && { ...whose, kind: "undo", gesture, suggestion };
    }
    default:
      return { ...whose, kind: "gesture", gesture: meaning, suggestion: rest };
  }
}
