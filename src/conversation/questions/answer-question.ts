/** Questions about a film, answered from what is known of it. */
import type { Movie } from "../../catalog/movie.ts";
import type { FilmQuestion } from "../../intent/reading/questions/film-question.ts";
import { chat, inDialogue, reply, say, type Turn } from "../turn.ts";
import * as wording from "../wording.ts";
import { type PeopleAsked, peopleAsked } from "./people-asked.ts";
import { spokenOf } from "./spoken-of.ts";
import { suitabilityOf } from "./suitability.ts";

export function answerQuestion(turn: Turn, question: FilmQuestion): Turn {
  const { catalog } = turn.world;
  const { topic, person, suits, inIt, isOfFilms } = question;
  const movie = question.movie === undefined ? undefined : catalog.byId(question.movie);
  const others = person && peopleAsked(catalog, movie, person);
  if (others && (!movie || (person.kind === "films" && "name" in person.who)))
    return sayOfPeople(turn, undefined, others);
  if (topic === "life") return reply(turn, wording.nothingOfLives());
  if (!movie) return isOfFilms ? say(turn, wording.nothingToAnswer()) : chat(turn, wording.NO_FILM_QUESTION);

  const { tags: of } = question;
  const asked = {
    tags: [...of],
    ...(topic && { topic }),
    ...(suits && { suits }),
    ...(inIt !== undefined && { inIt }),
  };
  const speaking = spokenOf(
    inDialogue(turn, question.isNamed ? { person: undefined, asked } : { asked }),
    movie,
  );
  if (suits)
    return say(
      speaking,
      wording.answerWhetherSuitable(catalog, movie, suitabilityOf(turn, movie), suits.age),
    );
  if (others) return sayOfPeople(speaking, movie, others);
  if (topic === "series") return say(speaking, wording.answerAboutSeries(catalog, movie));
  if (topic === "basis" || topic === "author")
    return say(speaking, wording.answerAbout(catalog, movie, topic));
  const tags = fitsOf(turn, movie.id, question.tags);
  if (tags.length > 0) return say(speaking, wording.traitsOf(catalog, movie, tags));
  if (inIt !== undefined) return say(speaking, wording.answerWhetherInIt(movie, inIt));
  return isOfFilms
    ? say(speaking, wording.answerAbout(catalog, movie, topic))
    : chat(turn, wording.NO_FILM_QUESTION);
}

/** Films that are told are the list that is spoken of then. */
function sayOfPeople(turn: Turn, movie: Movie | undefined, people: PeopleAsked): Turn {
  const listed = people.kind === "films" ? people.films.map(({ id }) => id) : [];
  const next = listed.length > 0 ? inDialogue(turn, { listed, person: people.name }) : turn;
  return say(next, wording.answerAboutPeople(turn.world.catalog, movie, people));
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
