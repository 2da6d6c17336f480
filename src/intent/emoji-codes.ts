/** Emoji as chat platforms write them in text: ":+1:", ":wave::skin-tone-2:". */
import { nameToEmoji } from "gemoji";

/** Standing by itself or beside another one: "10:30:45" and "Film:noir:" hold none. */
const SHORT_CODE = /(?<![\p{L}\p{N}]):([a-z0-9_+'-]{1,100}):(?![\p{L}\p{N}])/giu;
const SKIN_TONE = /[\u{1F3FB}-\u{1F3FF}]/gu;

/** What Slack writes for an emoji that it names by its old Unicode name. */
const OLD_NAMES: Readonly<Record<string, string>> = {
  black_right_pointing_double_triangle_with_vertical_bar: "⏭️",
  face_with_rolling_eyes: "🙄",
  reversed_hand_with_middle_finger_extended: "🖕",
  heavy_heart_exclamation_mark_ornament: "❣️",
  "man-shrugging": "🤷",
  "woman-shrugging": "🤷",
  "man-gesturing-no": "🙅",
  "woman-gesturing-no": "🙅",
};

/**
 * The text with emoji in place of their short codes, and of one colour of skin. A picture that only one workspace
 * knows (":party_parrot:") says nothing that could be read, and is left out.
 */
export function withEmoji(text: string): string {
  const shown = text.includes(":")
    ? text.replace(SHORT_CODE, (code, name: string) => {
        if (!/[a-z+-]/i.test(name)) return nameToEmoji[name] ?? code;
        return nameToEmoji[name.toLowerCase()] ?? OLD_NAMES[name.toLowerCase()] ?? "";
      })
    : text;
  return shown.replace(SKIN_TONE, "").trim();
}
