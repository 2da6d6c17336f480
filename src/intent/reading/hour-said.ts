/** Hours of the day, as people say them: "ten", "10pm", "22:30", "midnight". */

/** As a pattern, with one group. */
export const HOUR =
  "(midnight|noon|\\d{1,2}(?::[0-5]\\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const DAY = 24 * 60;

/** An hour without a half of the day is one at which people watch films: "after ten" is at night. */
export function minuteSaid(hour: string, half: string | undefined, isBefore: boolean): number | undefined {
  if (hour === "midnight") return 0;
  if (hour === "noon") return 12 * 60;
  const [hours = Number.NaN, minutes = 0] = hour
    .split(":")
    .map((one) => NUMBERS.indexOf(one) + 1 || Number(one));
  if (hours > 24 || (hours > 12 && (half === "am" || half === "pm"))) return undefined;
  const isEvening =
    half === "pm" || (half !== "am" && hours >= (isBefore ? 1 : 4) && hours < 12 && !/^0/.test(hour));
  const shifted =
    hours === 12 && half === "am" ? 0 : hours === 12 && half !== "pm" && !isBefore ? DAY : hours * 60;
  return ((isEvening && hours < 12 ? shifted + 12 * 60 : shifted) + minutes) % DAY;
}
