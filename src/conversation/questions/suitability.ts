/** Whether a film is for children, by what is known of it: nobody here knows age ratings. */
import type { Movie } from "../../catalog/movie.ts";
import type { Turn } from "../turn.ts";
import type { Suitability } from "../wording.ts";

/** What is in a film that parents want to know of. */
const CONTENT: ReadonlySet<string> = new Set([
  ...[
    "abuse",
    "an animal dies",
    "body horror",
    "child in danger",
    "drugs",
    "gore",
    "incest",
    "jump scares",
    "nudity",
  ],
  ...["profanity", "rape", "sex scenes", "suicide", "violence"],
]);
const MOODS = ["scary", "dark", "tense", "sad"] as const;
/** From here on a mood is one that a child feels. */
const STRONG = 0.6;
const HALF = 0.5;

export function suitabilityOf({ world }: Turn, movie: Movie): Suitability {
  const { recommender, catalog } = world;
  const row = recommender.rowOf(movie.id)!;
  const fit = (trait: string) => (recommender.model.traits.get(trait)?.[row] ?? 0) / 255;
  const words = catalog.wordsOf(movie.id);
  return {
    isForKids: movie.genres.includes("Children") || fit("kids") >= HALF,
    isForFamilies: fit("family night") >= HALF,
    content: words?.tags.filter((tag) => CONTENT.has(tag)) ?? [],
    moods: MOODS.filter((mood) => fit(mood) >= STRONG),
    isHorror: movie.genres.includes("Horror"),
  };
}
