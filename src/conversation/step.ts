/**
 * The conversation, as one pure function: step() decides, src/host does.
 *
 * Nothing in this folder reads a clock, a file, a socket or a random source. Time arrives on the event,
 * and chance is seeded by the event's id, so any conversation can be replayed and comes out the same.
 */
import type { Movie, MovieId } from "../catalog/movie.ts";
import type { MovieRequest } from "../intent/request.ts";
import type { Verdict } from "../recommender/feedback.ts";
import {
  answerCurrent,
  answerSuggestion,
  pressSuggestion,
  share,
  takeAnswerBack,
  withdraw,
} from "./answers.ts";
import { type Command, readCommand } from "./command.ts";
import type { Purpose } from "./dialogue.ts";
import type { Effect, Event } from "./event.ts";
import { addFavourites, afterNaming, askForFavourites, nameFavourites } from "./favourites.ts";
import { hidden, history, likes, profile } from "./lists.ts";
import { type Suggestion, standingFeedback } from "./person.ts";
import { isRequest, request } from "./requests.ts";
import { findTitle, pick, withTitle } from "./titles.ts";
import {
  currentSuggestion,
  inDialogue,
  record,
  retract,
  say,
  suggest,
  suggestNext,
  type Turn,
  tell,
} from "./turn.ts";
import * as wording from "./wording.ts";
import type { State, World } from "./world.ts";

/** Characters of a message that are read. */
const LONGEST_SAID = 1_000;

export function step(world: World, state: State, event: Event): { state: State; effects: readonly Effect[] } {
  const turn = decide({ world, state, event, effects: [] });
  return { state: turn.state, effects: turn.effects };
}

function decide(turn: Turn): Turn {
  const { event } = turn;
  switch (event.kind) {
    case "opened":
      return open(unasked(turn));
    case "said":
      return event.text.length > LONGEST_SAID
        ? hear(tell(turn, wording.cutShort(LONGEST_SAID)), event.text.slice(0, LONGEST_SAID))
        : hear(turn, event.text, event.request);
    case "commanded":
      return obey(unasked(turn), event.command);
    case "gestured":
      return answerSuggestion(turn, event.suggestion, event.gesture);
    case "pressed":
      return pressSuggestion(turn, event.suggestion, event.gesture);
    case "gestureTakenBack":
      return takeAnswerBack(turn, event.suggestion, event.gesture);
    case "shared":
      return share(turn, event.suggestion);
  }
}

/** Something else came up: a question asked before is off the table, and a later "yes" does not answer it. */
function unasked(turn: Turn): Turn {
  return inDialogue(turn, { choice: undefined, confirmingForget: false });
}

/** Somebody is here: greets, and goes on where the dialogue stood. */
function open(turn: Turn): Turn {
  const { phase } = turn.state.dialogue;
  const answers = standingFeedback(turn.state.person.log).length;
  if (phase.kind === "favourites" || (phase.kind === "new" && answers === 0)) return askForFavourites(turn);
  const current = currentSuggestion(turn);
  const greeted = answers > 0 ? tell(turn, wording.welcomeBack(answers)) : turn;
  if (!current) return suggestNext(greeted);
  return say(greeted, wording.suggestion(turn.world, turn.state.person.taste, current));
}

/** Words: an answer to what was asked, a command, or a title. */
function hear(turn: Turn, text: string, asked?: MovieRequest): Turn {
  const { dialogue } = turn.state;
  const command = readCommand(text);
  if (dialogue.confirmingForget) {
    const settled = inDialogue(turn, { confirmingForget: false });
    if (command?.kind === "yes") return { ...settled, effects: [{ kind: "forget" }] };
    const kept = tell(settled, wording.nothingDeleted());
    return command?.kind === "no" || command?.kind === "none" ? kept : hear(kept, text, asked);
  }
  if (dialogue.choice) {
    const { purpose, movies } = dialogue.choice;
    const settled = inDialogue(turn, { choice: undefined });
    if (command?.kind === "none" || command?.kind === "no") return resume(settled);
    const isYes = command?.kind === "yes" || (command?.kind === "answer" && command.verdict === "like");
    const offered = moviesOf(turn, movies);
    const picked = isYes && offered.length === 1 ? offered[0] : pick(turn.world, offered, text);
    return picked ? serve(settled, purpose, picked) : hear(settled, text, asked);
  }
  if (dialogue.phase.kind === "favourites") return hearFavourites(turn, text, command);
  if (command) return obey(turn, command);
  if (isRequest(asked)) return request(turn, asked);
  return hearTitle(turn, text);
}

/** While favourites are asked for, a message is a title unless it is plainly something else. */
function hearFavourites(turn: Turn, text: string, command: Command | undefined): Turn {
  if (!command) return nameFavourites(turn, text);
  switch (command.kind) {
    case "answer":
    case "next":
    case "done":
    case "no":
    case "none":
      return suggestNext(turn);
    case "yes":
      return askForFavourites(turn);
    default:
      return obey(turn, command);
  }
}

function hearTitle(turn: Turn, text: string): Turn {
  if (turn.state.dialogue.phase.kind === "new") return open(turn);
  const found = findTitle(turn.world, text);
  return say(turn, found.kind === "one" ? wording.titleWithoutVerb(found.movie) : wording.notUnderstood());
}

function obey(turn: Turn, command: Command): Turn {
  switch (command.kind) {
    case "answer":
      return answerCurrent(turn, command.verdict);
    case "yes":
      return answerCurrent(turn, "like");
    case "no":
      return answerCurrent(turn, "dislike");
    case "mark":
      return withTitle(turn, { text: command.title, purpose: command.verdict }, (next, movie) =>
        serve(next, command.verdict, movie),
      );
    case "moreLike":
      return withTitle(turn, { text: command.title, purpose: "moreLike" }, (next, movie) =>
        serve(next, "moreLike", movie),
      );
    case "restore":
      return withTitle(turn, { text: command.title, purpose: "restore", among: answeredBy(turn) }, restore);
    case "next":
      return suggestNext(inDialogue(turn, { near: undefined, filters: undefined }));
    case "done":
    case "none":
      return resume(turn);
    case "info":
      return withCurrent(turn, (movie) => wording.details(turn.world, turn.state.person.taste, movie));
    case "why":
      return withCurrent(turn, (movie) =>
        wording.notice(wording.why(turn.world, turn.state.person.taste, movie)),
      );
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
    case "export":
      return { ...turn, effects: [...turn.effects, { kind: "export" }] };
    case "forgetMe":
      return say(inDialogue(turn, { confirmingForget: true }), wording.confirmForget());
    case "help":
      return say(turn, wording.help());
    case "quit":
      return say(turn, wording.goodbye());
  }
}

/** Does with a movie what it was named for. */
function serve(turn: Turn, purpose: Purpose, movie: Movie): Turn {
  switch (purpose) {
    case "favourite": {
      const added = addFavourites(turn, [movie]);
      return turn.state.dialogue.phase.kind === "suggesting"
        ? goOn(added, movie, wording.noted("favourite", movie))
        : afterNaming(inDialogue(added, { phase: { kind: "favourites" } }), [movie]);
    }
    case "seen":
    case "never":
      return mark(turn, movie, purpose);
    case "moreLike":
      return suggestNext(tell(inDialogue(turn, { near: movie.id }), wording.nearMovie(movie)));
    case "restore":
      return restore(turn, movie);
  }
}

function mark(turn: Turn, movie: Movie, verdict: Extract<Verdict, "seen" | "never">): Turn {
  return goOn(
    record(turn, { movie: movie.id, verdict, source: "title" }),
    movie,
    wording.noted(verdict, movie),
  );
}

/** After a word about some movie: the next suggestion if it was the one on the table, else that one stays there. */
function goOn(turn: Turn, movie: Movie, said: string): Turn {
  const current = currentSuggestion(turn);
  if (turn.state.dialogue.phase.kind === "suggesting" && current?.movie === movie.id)
    return suggestNext(tell(turn, said));
  const table = current && turn.world.catalog.byId(current.movie);
  return tell(turn, said, ...(table ? [wording.stillOnTheTable(table)] : []));
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

function restore(turn: Turn, movie: Movie): Turn {
  const said = standingFeedback(turn.state.person.log).filter((entry) => entry.movie === movie.id);
  if (said.length === 0) return say(turn, wording.notHidden(movie));
  return tell(said.reduce(retract, turn), wording.restored(movie));
}

function undo(turn: Turn): Turn {
  const last = standingFeedback(turn.state.person.log).at(-1);
  if (!last) return tell(turn, wording.nothingToUndo());
  const movie = turn.world.catalog.byId(last.movie);
  const undone = tell(withdraw(turn, last), wording.undone(last.verdict, movie));
  return last.source === "suggestion" && movie ? suggest(undone, movie.id) : resume(undone);
}

/** Back to what was going on, after a question is settled. */
function resume(turn: Turn): Turn {
  if (turn.state.dialogue.phase.kind !== "suggesting") return askForFavourites(turn);
  const current = currentSuggestion(turn);
  if (!current) return suggestNext(turn);
  return tell(turn, wording.stillOnTheTable(turn.world.catalog.byId(current.movie)!));
}

function withCurrent(
  turn: Turn,
  card: (movie: Movie, suggestion: Suggestion) => ReturnType<typeof wording.notice>,
): Turn {
  const current = currentSuggestion(turn);
  return say(
    turn,
    current ? card(turn.world.catalog.byId(current.movie)!, current) : wording.nothingToAnswer(),
  );
}

function answeredBy({ state }: Turn): ReadonlySet<MovieId> {
  return new Set(standingFeedback(state.person.log).map(({ movie }) => movie));
}

function moviesOf({ world }: Turn, ids: readonly string[]): Movie[] {
  return ids.flatMap((id) => world.catalog.byId(id) ?? []);
}
