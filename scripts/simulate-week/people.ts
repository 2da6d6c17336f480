/** People who are not there: when they come, what they say, and what they like. Drawn from one seed. Pure. */

import type { Movie } from "../../src/catalog/movie.ts";
import type { AnswerVerdict } from "../../src/conversation/event.ts";
import type { Random } from "../../src/numerics/random.ts";

export interface SimulatedPerson {
  readonly platform: string;
  readonly id: string;
  readonly likes: ReadonlySet<string>;
  readonly dislikes: ReadonlySet<string>;
  /** How likely they come on a day. */
  readonly keenness: number;
  /** In the words of somebody in a chat. */
  readonly favourites: readonly string[];
}

const PLATFORMS: readonly (readonly [platform: string, share: number])[] = [
  ["discord", 0.45],
  ["web", 0.32],
  ["slack", 0.2],
  ["terminal", 0.03],
];
const GENRES = [
  "Comedy",
  "Drama",
  "Thriller",
  "Sci-Fi",
  "Romance",
  "Crime",
  "Horror",
  "Adventure",
  "Animation",
];
const LOVED = [
  "Heat",
  "Amelie",
  "The Matrix",
  "Alien",
  "Spirited Away",
  "Fargo",
  "Jaws",
  "Notting Hill",
  "Up",
];

/** What people ask for; the last ones nobody understands. */
const WISHES = [
  "something funny",
  "I want to cry",
  "a thriller from the 90s",
  "something french",
  "a heist movie",
  "under two hours please",
  "scary but not gory",
  "something like Fargo",
  "a western",
  "feel good, nothing sad",
  "something with Tom Hanks",
  "time travel",
  "but funnier",
  "not so old",
];
const BABBLE = [
  "the yellow umbrella evening",
  "purple velvet ceiling please",
  "my neighbour's kettle broke",
  "velvet kettle",
  "an umbrella for the ceiling",
];

export function simulatedPeople(count: number, random: Random): SimulatedPerson[] {
  return Array.from({ length: count }, (_, nth) => {
    const genres = random.shuffle([...GENRES]);
    return {
      platform: platformAt(random.uniform()),
      id: `simulated-${nth}`,
      likes: new Set(genres.slice(0, 3)),
      dislikes: new Set(genres.slice(-2)),
      keenness: 0.15 + 0.55 * random.uniform(),
      favourites: random.shuffle([...LOVED]).slice(0, random.int(4)),
    };
  });
}

function platformAt(drawn: number): string {
  let below = 0;
  for (const [platform, share] of PLATFORMS) {
    below += share;
    if (drawn < below) return platform;
  }
  return PLATFORMS[0]![0];
}

/** What the person makes of a suggestion; undefined: they go away and leave it unanswered. */
export function verdictOf(
  { likes, dislikes }: SimulatedPerson,
  { genres }: Pick<Movie, "genres">,
  random: Random,
): AnswerVerdict | undefined {
  const drawn = random.uniform();
  if (drawn < 0.07) return undefined;
  if (drawn < 0.25) return "seen";
  const leaning =
    genres.filter((genre) => likes.has(genre)).length -
    1.5 * genres.filter((genre) => dislikes.has(genre)).length;
  const fits = 1 / (1 + Math.exp(-1.1 * leaning + 0.9));
  if (random.uniform() < fits) return "like";
  return random.uniform() < 0.45 ? "dislike" : "skip";
}

/** Something said beside the answers; undefined mostly. */
export function wishOf(random: Random): string | undefined {
  const drawn = random.uniform();
  if (drawn < 0.06) return BABBLE[random.int(BABBLE.length)];
  if (drawn < 0.3) return WISHES[random.int(WISHES.length)];
  return undefined;
}
