/** Buttons. Each carries all that pressing it needs, so that it works after a restart without memory. */
import type { types } from "@slack/bolt";
import type { Action, Card, Link } from "../../src/conversation/card.ts";
import { GESTURE_EMOJI, GESTURES, type Gesture } from "../../src/conversation/event.ts";
import type { Command } from "../../src/intent/reading/command.ts";
import { cut, safe } from "./text.ts";

const LABEL_LENGTH = 75;

export const GESTURE_LABEL: Readonly<Record<Gesture, string>> = {
  like: "Like",
  dislike: "Dislike",
  skip: "Skip",
  later: "Later",
  info: "Details",
};

/** What can be pressed in the App Home tab. */
const HOME_LABEL = {
  next: "Suggest a movie",
  export: "Export my data",
  forgetMe: "Forget me",
} as const satisfies Partial<Record<Command["kind"], string>>;
type HomeCommand = keyof typeof HOME_LABEL;

/** A button as it comes back when somebody presses it. */
export type Pressed =
  | { readonly kind: "gesture"; readonly gesture: Gesture; readonly suggestion: string }
  /** Takes its owner's answer back. */
  | {
      readonly kind: "undo";
      readonly gesture: Gesture;
      readonly suggestion: string;
      readonly owner: string;
    }
  | { readonly kind: "share"; readonly suggestion: string }
  /** Words of its owner: they answer what the owner was asked, and nobody else. Without one they are anybody's. */
  | { readonly kind: "words"; readonly owner?: string; readonly says: string }
  | { readonly kind: "home"; readonly command: HomeCommand }
  /** A switch or a button of the tab that is drawn again at once. */
  | { readonly kind: "tab"; readonly command: Extract<Command, { kind: "restore" | "setPrivate" }> };

const URL_LENGTH = 3_000;
const MOST_OPTIONS = 5;

/** Pages elsewhere: Slack opens them, and tells of it as of any button. */
export function linksMenu(links: readonly Link[]): types.Overflow | undefined {
  const options = links
    .filter(({ url }) => url.length <= URL_LENGTH)
    .slice(0, MOST_OPTIONS)
    .map(({ label, url }, nth) => ({
      text: { type: "plain_text" as const, text: cut(safe(label), LABEL_LENGTH) || "…", emoji: true },
      value: `link:${nth}`,
      url,
    }));
  return options.length === 0 ? undefined : { type: "overflow", action_id: "links", options };
}

/** How a suggestion is answered; of one that was answered, how its owner takes that back. */
export function answerButtons({ suggestion, answered }: Card, owner: string): types.Button[] {
  if (suggestion === undefined) return [];
  if (!answered) return gestureButtons(suggestion);
  const given = GESTURES.find((gesture) => gesture === answered);
  return given ? [button(`undo:${given}`, "↩️ Undo", `${owner} ${suggestion}`)] : [];
}

export function gestureButtons(suggestion: string): types.Button[] {
  return GESTURES.map((gesture) =>
    button(`gesture:${gesture}`, `${GESTURE_EMOJI[gesture]} ${GESTURE_LABEL[gesture]}`, suggestion),
  );
}

export function shareButton(suggestion: string): types.Button {
  return button("share", "Share", suggestion);
}

/** In the place of an owner, where everybody may press it. */
export const ANYBODY = "*";

/** @param owner Slack id of the person who was asked, or ANYBODY */
export function wordsButtons(actions: readonly Action[], owner: string): types.Button[] {
  return actions.map(({ label, says }, index) => button(`words:${index}`, label, `${owner} ${says}`));
}

export function homeButtons(): types.Button[] {
  return Object.entries(HOME_LABEL).map(([command, label]) => button(`home:${command}`, label, command));
}

const PRIVATE = "private";

export function privateSwitch(isOn: boolean): types.Checkboxes {
  const option: types.PlainTextOption = {
    text: { type: "plain_text", text: "Answer for my eyes only, wherever I ask", emoji: false },
    value: PRIVATE,
  };
  return {
    type: "checkboxes",
    action_id: "switch:private",
    options: [option],
    ...(isOn && { initial_options: [option] }),
  };
}

/** @param movie its id */
export const restoreButton = (movie: string): types.Button =>
  button("restore", "Let it come up again", movie);

/** Undefined where it is none of ours, or of an older version that meant something else. */
export function readButton({
  action_id,
  value = "",
  selected_options = [],
}: Pick<types.Button, "action_id" | "value"> & {
  readonly selected_options?: readonly { readonly value?: string | undefined }[];
}): Pressed | undefined {
  const [kind, detail] = (action_id ?? "").split(":");
  switch (kind) {
    case "gesture": {
      const gesture = GESTURES.find((known) => known === detail);
      return gesture && { kind, gesture, suggestion: value };
    }
    case "undo": {
      const gesture = GESTURES.find((known) => known === detail);
      const owned = ownedIn(value);
      return gesture && owned && { kind, gesture, suggestion: owned.rest, owner: owned.owner };
    }
    case "share":
      return { kind, suggestion: value };
    case "words": {
      const owned = ownedIn(value);
      return owned && { kind, ...(owned.owner !== ANYBODY && { owner: owned.owner }), says: owned.rest };
    }
    case "restore":
      return { kind: "tab", command: { kind: "restore", title: value } };
    case "switch": {
      const isOn = selected_options.some((option) => option.value === PRIVATE);
      return { kind: "tab", command: { kind: "setPrivate", private: isOn, whose: "mine" } };
    }
    case "home":
      return value in HOME_LABEL ? { kind, command: value as HomeCommand } : undefined;
    default:
      return undefined;
  }
}

function ownedIn(value: string): { readonly owner: string; readonly rest: string } | undefined {
  const space = value.indexOf(" ");
  return space < 0 ? undefined : { owner: value.slice(0, space), rest: value.slice(space + 1) };
}

function button(actionId: string, label: string, value: string): types.Button {
  const text = cut(safe(label), LABEL_LENGTH);
  return { type: "button", action_id: actionId, text: { type: "plain_text", text, emoji: true }, value };
}
