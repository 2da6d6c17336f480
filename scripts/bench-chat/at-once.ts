/** People who ask at once where every call takes a quarter of a second: how long they wait for their cards. */
import { spread, until } from "./pace.ts";

export const CALL_MS = 250;
export const EARLY = 20;
const AT_ONCE = 12;
const COMMANDS = 300;
const COMMANDS_WITHIN_MS = 3_000;
/** Discord and Slack wait so long for an acknowledgement. */
const WINDOW_MS = 3_000;

interface Card {
  readonly reactions: { readonly size: number };
}

/** A bot on a platform whose calls take their time, and people who know each other by number. */
export interface Crowd {
  /** Rejects where a command was acknowledged too late for the platform. */
  readonly asks: (nth: number, by: "command" | "words", where: "alone" | "together") => Promise<unknown>;
  /** The cards of a person alone, and those in the channel where all are together. */
  readonly cardsOf: (nth: number) => readonly Card[];
  readonly cardsTogether: () => readonly Card[];
  /** Asks alone; resolves with the acknowledgement. */
  readonly commands: (nth: number) => Promise<unknown>;
}

/** Starts a bot whose first turns, which are slow, are behind it. */
export type Playing = <Found>(play: (crowd: Crowd) => Promise<Found>) => Promise<Found>;

const numbers = (count: number): number[] => Array.from({ length: count }, (_, nth) => nth);

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

/** Until all have their first card, and until the last reaction stands under the last of them. */
const twelve = (playing: Playing, by: "command" | "words", where: "alone" | "together") =>
  playing(async ({ asks, cardsOf, cardsTogether }) => {
    const people = numbers(AT_ONCE);
    const cards = () => (where === "alone" ? people.flatMap(cardsOf) : cardsTogether());
    const startedMs = performance.now();
    let late = 0;
    for (const nth of people)
      asks(nth, by, where).catch(() => {
        late++;
      });
    await until(() => cards().length === AT_ONCE, 5);
    const firstCards = seconds(performance.now() - startedMs);
    await until(() => cards().every(({ reactions }) => reactions.size === 4), 5);
    return {
      "first cards": firstCards,
      "all reactions": seconds(performance.now() - startedMs),
      "too late": late,
    };
  });

export const twelveAtOnce = async (playing: Playing) => ({
  "each in their direct messages, by command": await twelve(playing, "command", "alone"),
  "each in their direct messages, by words": await twelve(playing, "words", "alone"),
  "all in one channel, by command": await twelve(playing, "command", "together"),
  "all in one channel, by words": await twelve(playing, "words", "together"),
});

/** From sending a command to its acknowledgement, and from the first to the last card. */
export const threeHundred = (playing: Playing) =>
  playing(async ({ commands, cardsOf }) => {
    const people = numbers(COMMANDS);
    const acknowledgedMs: number[] = [];
    const startedMs = performance.now();
    await spread(people, COMMANDS_WITHIN_MS, (nth) => {
      const sentMs = performance.now();
      commands(nth).then(
        () => acknowledgedMs.push(performance.now() - sentMs),
        () => acknowledgedMs.push(Number.POSITIVE_INFINITY),
      );
    });
    for (const nth of people) await until(() => cardsOf(nth).length > 0);
    const answeredMs = performance.now() - startedMs;
    await until(() => acknowledgedMs.length === COMMANDS);
    return {
      "acknowledged at the latest after": seconds(Math.max(...acknowledgedMs)),
      "too late": acknowledgedMs.filter((ms) => ms > WINDOW_MS).length,
      "all answered after": seconds(answeredMs),
    };
  });
