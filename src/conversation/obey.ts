/** What commands do, in whatever words or by whatever button they came. */
import type { Movie, MovieId } from "../catalog/movie.ts";
import { findTitle } from "../catalog/naming.ts";
import type { Command, Rating } from "../intent/reading/command.ts";
import type { Verdict } from "../recommender/feedback.ts";
import { answerCurrent, answerSuggestion, explainCurrent, withdraw } from "./answers.ts";
import { isAnswered } from "./away.ts";
import { broughtWith, isSettledSince, undoBrought } from "./bring.ts";
import type { Purpose } from "./dialogue.ts";
import {
  addFavourites,
  afterNaming,
  askForFavourites,
  favouritesByCommand,
  favouritesFromButton,
  noFavourites,
} from "./favourites.ts";
import { allowAgain, undoSettled } from "./lasting-list.ts";
import { hidden, history, likes, profile } from "./lists.ts";
import { feedbackOn, lastSaid, suggestionMade } from "./person.ts";
import { remindOf } from "./reminders.ts";
import { anythingGoes, drop } from "./requests.ts";
import { withTitle } from "./titles.ts";
import {
  currentSuggestion,
  goOn,
  inDialogue,
  record,
  reply,
  retract,
  say,
  setWish,
  suggest,
  suggestNext,
  type Turn,
  tableMovie,
  tell,
  wishBehind,
  wishInForce,
} from "./turn.ts";
import { notedOf, off, saveNamed, showList, takeOffNamed, tellListed } from "./watch-later.ts";
import { NO_WISH } from "./wish.ts";
import * as wording from "./wording.ts";

/** Somebody is here: greets, and goes on where the dialogue stood. */
export function open(turn: Turn): Turn {
  const { phase } = turn.state.dialogue;
  const answers = answeredBy(turn).size;
  if (phase.kind === "favourites" || (phase.kind === "new" && answers === 0)) return askForFavourites(turn);
  const current = currentSuggestion(turn);
  const greeted = answers > 0 ? tell(turn, wording.welcomeBack(answers)) : turn;
  if (!current) return suggestNext(greeted);
  const wish = wishBehind(turn, current);
  return say(greeted, wording.suggestion(turn.world, turn.state.person.taste, current, { wish }));
}

export function obey(turn: Turn, command: Command): Turn {
  switch (command.kind) {
    case "answer":
      return answerCurrent(turn, command.verdict, command.rating);
    case "yes":
      return answerCurrent(turn, "like");
    case "no":
      return answerCurrent(turn, "dislike");
    case "mark":
      return withTitle(
        turn,
        { text: command.title, purpose: command.verdict, rating: command.rating },
        (next, movie) => serve(next, command.verdict, movie, command.rating),
      );
    case "moreLike":
      return withTitle(turn, { text: command.title, purpose: "moreLike" }, (next, movie) =>
        serve(next, "moreLike", movie),
      );
    case "show":
      return withTitle(turn, { text: command.title, purpose: "show" }, (next, movie) =>
        serve(next, "show", movie),
      );
    case "moreLikeThis": {
      const table = tableMovie(turn);
      return table ? serve(turn, "moreLike", table) : say(turn, wording.nothingToAnswer());
    }
    case "restore":
      return (
        allowAgain(turn, command.title) ??
        withTitle(turn, { text: command.title, purpose: "restore", among: answeredBy(turn) }, restore)
      );
    case "unfavourite":
      return withTitle(
        turn,
        { text: command.title, purpose: "mention", among: answeredBy(turn) },
        unfavourite,
      );
    case "save": {
      const current = currentSuggestion(turn);
      return current ? answerSuggestion(turn, current, "later") : say(turn, wording.nothingToAnswer());
    }
    case "saveNamed":
      return saveNamed(turn, command.titles);
    case "takeOff":
      return takeOffNamed(turn, command.title);
    case "isListed":
      return withTitle(turn, { text: command.title, purpose: "mention" }, tellListed);
    case "list":
      return showList(turn);
    case "drop":
      return drop(turn, command.part) ?? nothingToDrop(turn, command.part);
    case "anythingGoes":
      return anythingGoes(turn);
    case "addFavourites":
      return favouritesFromButton(turn, command.movies);
    case "nameFavourites":
      return favouritesByCommand(turn, command.titles);
    case "noFavourites":
      return noFavourites(turn);
    case "next":
      return suggestNext(turn);
    case "done":
    case "none":
      return resume(turn);
    case "info": {
      const current = currentSuggestion(turn);
      return current ? answerSuggestion(turn, current, "info") : say(turn, wording.nothingToAnswer());
    }
    case "why":
      return explainCurrent(turn);
    case "undo":
      return undo(turn);
    case "favourites":
      return askForFavourites(turn);
    case "history":
      return say(turn, history(turn));
    case "likes":
      return say(turn, likes(turn));
    case "hidden":
      return say(turn, hidden(turn));
    case "profile":
      return say(turn, profile(turn));
    case "setPrivate":
      return setPrivate(turn, command);
    case "setTeaching":
      return setTeaching(turn, command);
    case "link":
      return { ...turn, effects: [...turn.effects, command] };
    case "unlink":
      return { ...turn, effects: [...turn.effects, { kind: "unlink" }] };
    case "export":
      return { ...turn, effects: [...turn.effects, command] };
    case "import":
      return say(turn, wording.howToBring());
    case "forgetMe":
      if (command.confirmed) return { ...turn, effects: [{ kind: "forget" }] };
      return say(inDialogue(turn, { confirmingForget: true }), wording.confirmForget());
    case "help":
      return say(turn, wording.help(turn.event.usage, turn.world.catalog.names.completeTo));
    case "quit":
      return say(turn, wording.goodbye());
  }
}

/** Does with a movie what it was named for. */
export function serve(turn: Turn, purpose: Purpose, movie: Movie, rating?: Rating): Turn {
  switch (purpose) {
    case "favourite": {
      const added = addFavourites(turn, [movie]);
      return turn.state.dialogue.phase.kind === "suggesting"
        ? goOn(added, [movie], notedOf(turn, added, { verdict: "favourite" }, movie))
        : afterNaming(inDialogue(added, { phase: { kind: "favourites" } }), [movie]);
    }
    case "like":
    case "dislike":
    case "seen":
    case "never":
      return mark(turn, movie, purpose, rating);
    case "moreLike":
      return suggestNext(setWish(turn, { ...NO_WISH, near: [movie.id] }));
    case "similar": {
      const wish = wishInForce(turn) ?? NO_WISH; // other films to be like may have been named, and be clear
      const near = [...new Set([...wish.near, movie.id])];
      return suggestNext(setWish(turn, { ...wish, near, loved: false }));
    }
    case "later":
      return saveNamed(turn, [movie.id]);
    case "offList":
      return off(turn, movie);
    case "remind":
      return remindOf(turn, movie);
    case "restore":
      return restore(turn, movie);
    case "show":
      return suggest(turn, movie.id, { wish: wishInForce(turn), isNamed: true });
    case "mention":
      return say(turn, wording.titleWithoutVerb(movie));
  }
}

/** A title may begin like the command. */
function nothingToDrop(turn: Turn, part: string): Turn {
  const found = findTitle(turn.world.catalog, `drop ${part}`);
  return found.kind === "one" ? serve(turn, "mention", found.movie) : reply(turn, wording.notAskedFor(part));
}

function mark(
  turn: Turn,
  movie: Movie,
  verdict: Exclude<Verdict, "favourite" | "skip">,
  rating?: Rating,
): Turn {
  const noted = record(turn, { movie: movie.id, verdict, rating, source: "title" });
  return goOn(noted, [movie], notedOf(turn, noted, { verdict, rating }, movie));
}

/** The same, while there is more to be done. */
export function noteMark(turn: Turn, movie: Movie, mark: Extract<Command, { kind: "mark" }>): Turn {
  const { verdict, rating } = mark;
  const noted =
    verdict === "favourite"
      ? addFavourites(turn, [movie])
      : record(turn, { movie: movie.id, verdict, rating, source: "title" });
  const isTable = tableMovie(turn)?.id === movie.id;
  return tell(isTable ? inDialogue(noted, { current: undefined }) : noted, notedOf(turn, noted, mark, movie));
}

function setPrivate(
  turn: Turn,
  { private: isPrivate, whose }: Extract<Command, { kind: "setPrivate" }>,
): Turn {
  const { place } = turn.event;
  if (whose === "place" && !place) return tell(turn, wording.noPlace());
  if (whose === "place" && !place?.managed) return tell(turn, wording.notYoursToSet());
  const set = {
    ...turn,
    effects: [...turn.effects, { kind: "setPrivate", private: isPrivate, whose } as const],
  };
  return tell(set, wording.privacySet(isPrivate, whose));
}

function setTeaching(turn: Turn, { teaches }: Extract<Command, { kind: "setTeaching" }>): Turn {
  const set = { ...turn, effects: [...turn.effects, { kind: "setTeaching", teaches } as const] };
  return tell(set, wording.teachingSet(teaches));
}

function restore(turn: Turn, movie: Movie): Turn {
  const said = feedbackOn(turn.state.person, movie.id);
  if (said.length === 0) return say(turn, wording.notHidden(movie));
  return tell(said.reduce(retract, turn), wording.restored(movie));
}

/** It was said in passing or long ago: what else was said of it stands. */
function unfavourite(turn: Turn, movie: Movie): Turn {
  const said = feedbackOn(turn.state.person, movie.id).filter(({ verdict }) => verdict === "favourite");
  const isOne = said.length > 0;
  return reply(
    said.reduce(retract, turn),
    isOne ? wording.noFavouriteNow(movie) : wording.noFavourite(movie),
  );
}

function undo(turn: Turn): Turn {
  const last = lastSaid(turn.state.person);
  const brought = last && broughtWith(turn, last);
  const isSince = brought && isSettledSince(turn, last);
  if (brought && !isSince) return undoBrought(turn, brought);
  const settled = undoSettled(turn, isSince ? undefined : last?.atMs);
  if (settled) return settled;
  if (!last) return tell(turn, wording.nothingToUndo());
  const movie = turn.world.catalog.byId(last.movie);
  const undone = tell(withdraw(turn, last), wording.undone(last, movie));
  const answered =
    last.suggestion === undefined ? undefined : suggestionMade(turn.state.person, last.suggestion);
  if (!answered || !movie) return resume(undone);
  return suggest(undone, movie.id, { wish: wishBehind(turn, answered) });
}

/** Back to what was going on, after a question is settled. */
export function resume(turn: Turn): Turn {
  if (turn.state.dialogue.phase.kind !== "suggesting") return askForFavourites(turn);
  return tableMovie(turn) ? reply(turn) : suggestNext(turn);
}

function answeredBy({ world, state }: Turn): ReadonlySet<MovieId> {
  const { movies } = world.recommender.model;
  return new Set(movies.filter((_, row) => isAnswered(state.person.away, row)).map(({ id }) => id));
}
