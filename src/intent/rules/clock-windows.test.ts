import { expect, test } from "vitest";
import { readClockWindow } from "./clock-windows.ts";

test.each([
  ["something twisty, but i need to be in bed by 11 and its 9:15 now", 105],
  ["it's 8pm and we have to leave by 9:40", 100],
  ["starting at 9, done by half ten", 90],
  ["it's already 11 and i have to be asleep before 1", 120],
  ["must be done before midnight and its 10.20 already", 100],
  ["has to be over by 10:30, it's 8.45", 105],
])("%s", (text, minutes) => expect(readClockWindow(text)?.minutes).toBe(minutes));

test.each([
  "a film from 1 of the 80s by somebody",
  "it's 10 and by 9 people",
  "3 films from 8 to choose by",
  "it's 2 hours and done by 11",
  "be in bed by 11",
  "it's 7 and I sleep at noon",
])("%s tells no length", (text) => expect(readClockWindow(text)).toBeUndefined());
