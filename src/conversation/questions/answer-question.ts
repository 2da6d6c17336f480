/** Questions about a film, answered from what is known of it. */
import type { FilmQuestion } from "../../intent/reading/questions/film-question.ts";
import { chat, say, type Turn } from "../turn.ts";
import * as wording from "../wording.ts";
import { peopleAsked } from "./people-asked.ts";
import { spokenOf } from "./spoken-of.ts";
import { suitabilityOf } from "./suitability.ts";

export function answerQuestion(turn: Turn, question: FilmQuestion): Turn {
  const { catalog } = turn.world;
  const { topic, person, suits, inIt, isOfFilms } = question;
  const movie = question.movie === undefined ? undefined : catalog.byId(question.movie);
  if (!movie) return isOfFilms ? say(turn, wording.nothingToAnswer()) : chat(turn, wording.NO_FILM_QUESTION);

  const speaking = spokenOf(turn, movie);
  if (suits)
    return say(
      speaking,
      wording.answerWhetherSuitable(catalog, movie, suitabilityOf(turn, movie), suits.age),
    );
  const people = person && peopleAsked(catalog, movie, person);
  if (people) return say(speaking, wording.answerAboutPeople(catalog, movie, people));
  if (topic === "series") return say(speaking, wording.answerAboutSeries(catalog, movie));
  if (topic === "basis") return say(speaking, wording.answerAbout(catalog, movie, topic));
  const tags = fitsOf(turn, movie.id, question.tags);
  if (tags.length > 0) return say(speaking, wording.traitsOf(catalog, movie, tags));
  if (inIt !== undefined) return say(speaking, wording.answerWhetherInIt(movie, inIt));
  return isOfFilms
    ? say(speaking, wording.answerAbout(catalog, movie, topic))
    : chat(turn, wording.NO_FILM_QUESTION);
}

/** How well a film fits what a question names, as far as anything is known of that: "is it scary?" */
function fitsOf({ world }: Turn, id: string, tags: readonly string[]): wording.TraitFit[] {
  const { recommender, catalog } = world;
  const row = recommender.rowOf(id)!;
  const { traits } = recommender.model;
  const words = catalog.wordsOf(id);
  return tags.flatMap((trait): wording.TraitFit[] => {
    if (words?.tags.includes(trait)) return [{ trait, fit: "written" }];
    const values = traits.get(trait);
    return values ? [{ trait, fit: values[row]! / 255 }] : words ? [{ trait, fit: 0 }] : [];
  });
}
