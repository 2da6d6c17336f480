/** Questions: about a film, answered from what is known of it, and about this bot. */
import { explainCurrent } from "../answers.ts";
import { history } from "../lists.ts";
import { offer } from "../titles.ts";
import { inDialogue, reply, say, type Turn, tableMovie } from "../turn.ts";
import * as wording from "../wording.ts";
import { filmMeant } from "./film-meant.ts";
import { bare, peopleAsked } from "./people-asked.ts";
import { tagsAsked, topicOf } from "./topics.ts";

const ABOUT_THE_BOT =
  /\b(?:who|what) (?:are|r) you\b|what can (?:you|i)|how (?:do|does|can) (?:you|this|i|it)\b.*|who made you|are you (?:a |an )?(?:bot|robot|human|real|ai)|do you (?:remember|speak|like)|can you/i;

const ABOUT_THE_TABLE =
  /\b(?:it|its|it's|that|this|they|he|she|the (?:movie|film|ending|plot|actor|director))\b/i;

const ABOUT_THE_PAST = /what (?:did|have) you (?:suggest|recommend|show)/i;

export function hearQuestion(turn: Turn, text: string): Turn {
  const question = bare(text);
  if (ABOUT_THE_PAST.test(question)) return say(turn, history(turn));
  const film = filmMeant(turn, question);
  const { catalog } = turn.world;
  if (film.kind === "several") return offer(turn, film.title, "mention", film.movies);
  if (film.kind === "named") return offer(turn, film.title, "mention", []);
  const table = tableMovie(turn);
  if (/^why\b/i.test(question) && table) return explainCurrent(turn, table);
  if (ABOUT_THE_BOT.test(question) && !/\b(?:long|old)\b/i.test(question))
    return say(turn, wording.whatIAm(turn.event.usage, catalog.names.completeTo));
  const said = film.kind === "one" ? film.said : question;
  const topic = topicOf(said);
  if (film.kind === "none")
    return topic ? say(turn, wording.nothingToAnswer()) : reply(turn, wording.moviesOnly());

  const { movie, isNamed } = film;
  const { current } = turn.state.dialogue;
  const spokenOf =
    movie.id === table?.id
      ? undefined
      : { movie: movie.id, ...(current !== undefined && { during: current }) };
  const speaking = inDialogue(turn, { spokenOf });
  const people = peopleAsked(catalog, movie, said);
  if (people) return say(speaking, wording.answerAboutPeople(catalog, movie, people));
  if (topic === "series") return say(speaking, wording.answerAboutSeries(catalog, movie));
  if (topic === "basis") return say(speaking, wording.answerAbout(catalog, movie, topic));
  const tags = tagsOf(turn, movie.id, said);
  if (tags.length > 0) return say(speaking, wording.traitsOf(catalog, movie, tags));
  if (topic || isNamed || ABOUT_THE_TABLE.test(said))
    return say(speaking, wording.answerAbout(catalog, movie, topic));
  return reply(turn, wording.moviesOnly());
}

/** How well a film fits what a question names, as far as anything is known of that: "is it scary?" */
function tagsOf({ world }: Turn, id: string, said: string): wording.TraitFit[] {
  const { recommender, catalog } = world;
  const row = recommender.rowOf(id)!;
  const { traits } = recommender.model;
  const words = catalog.wordsOf(id);
  return tagsAsked(said, traits.keys()).flatMap((trait): wording.TraitFit[] => {
    if (words?.tags.includes(trait)) return [{ trait, fit: "written" }];
    const values = traits.get(trait);
    return values ? [{ trait, fit: values[row]! / 255 }] : words ? [{ trait, fit: 0 }] : [];
  });
}
