/** Whatever a parser makes of whatever people say, one after the other. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { CERTIFICATES } from "../catalog/certificates.ts";
import { emptyRequest, type MovieRequest } from "../intent/request.ts";
import {
  AUDIENCES,
  DROPPABLE,
  KINDS,
  MEDIA,
  MOODS,
  REFINEMENTS,
  SHIFTS,
  STANDINGS,
} from "../intent/terms.ts";
import { dialogueSchema } from "./dialogue.ts";
import { step } from "./step.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { newcomer, saying } from "./testing/transcript.ts";

const world = tinyWorld();
const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
const genres = some(["Comedy", "Thriller", "Sci-Fi", "Western"] as const);
const titles = some(["Alien", "Heat", "Amelie", "Nowhere To Be Found", "@everyone", ""]);
const words = some(["heist", "zombies", "<b>", "date night"]);
const year = fc.constantFrom(0, 0, 1980, 1995, 2003);
const often = <T>(value: T, ...others: readonly T[]) => fc.constantFrom(value, value, value, ...others);

const request: fc.Arbitrary<MovieRequest> = fc.record({
  kind: often("request", ...KINDS),
  medium: often("film", ...MEDIA),
  genresIn: genres,
  genresOut: genres,
  moodsIn: some(MOODS),
  moodsOut: some(MOODS),
  yearFrom: year,
  yearTo: year,
  yearsOut: fc.constantFrom([], [{ from: 1980, to: 1989 }], [{ from: 1888, to: 2100 }]),
  runtimeFrom: often(0, 90),
  runtimeTo: often(0, 90),
  certificates: some(CERTIFICATES),
  standings: some(STANDINGS),
  similarTo: titles,
  titlesOut: titles,
  favourites: titles,
  peopleIn: words,
  peopleOut: words,
  audience: often("any", ...AUDIENCES),
  languages: fc.constantFrom([], ["fr"]),
  languagesOut: fc.constantFrom([], ["en"]),
  countries: fc.constantFrom([], ["AU"], ["150"]),
  countriesOut: fc.constantFrom([], ["US"]),
  about: fc.constantFrom([], ["a ship full of rats"]),
  ideally: fc.constantFrom([], ["in the fog"]),
  keywordsIn: words,
  keywordsOut: words,
  howMany: often(0, 2, 10),
  refinement: fc.constantFrom(...REFINEMENTS),
  shifts: some(SHIFTS),
  drops: some(DROPPABLE),
});
const text = fc.constantFrom(
  "...",
  "heat",
  "but funny",
  "what's it about?",
  "lol no",
  "like alien",
  "x".repeat(2_000),
);
const asking = fc.record({ text, request: fc.oneof(request, fc.constant(emptyRequest())) });
const command = fc.constantFrom(
  "y",
  "n",
  "yes",
  "no",
  "next",
  "drop the years",
  "drop comedy",
  "anything goes",
  "undo",
  "1",
);
const said = fc.oneof(
  asking,
  command.map((words) => ({ text: words, request: undefined })),
);

test("is answered; what is suggested fits, or the card says what was given up; what is kept can be read again", () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 8 }), (sayings) => {
      let state = newcomer(world);
      for (const [turn, heard] of sayings.entries()) {
        const rules = heard.request && {
          understand: () => ({ request: heard.request, judged: [], meant: [] }),
        };
        const event = {
          id: `event ${turn}`,
          atMs: 1e12 + turn,
          ...saying(world, state, heard.text, rules),
        };
        const result = step(world, state, event);
        state = result.state;
        const kept = JSON.parse(JSON.stringify(state.dialogue));
        expect(dialogueSchema.parse(kept)).toEqual(kept);
        const cards = result.effects.flatMap((effect) => (effect.kind === "say" ? [effect.card] : []));
        expect(result.effects.some(({ kind }) => kind === "say" || kind === "redraw")).toBe(true);
        for (const { suggestion, reading, lines } of cards) {
          const shown = state.person.suggestions.find(({ id }) => id === suggestion);
          if (
            !shown ||
            !reading ||
            heard.text === "undo" ||
            lines.some((line) => line.startsWith("Nothing left fits"))
          )
            continue;
          const row = world.recommender.rowOf(shown.movie)!;
          expect(world.recommender.passes(row, state.dialogue.wish!.filters), reading).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});
