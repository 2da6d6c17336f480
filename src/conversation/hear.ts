/** Words: an answer to what was asked, a command, a request, talk about the movie on the table, or a title. */
import type { Movie } from "../catalog/movie.ts";
import { movieLinkIn } from "../catalog/movie-link.ts";
import { emptyRequest, type MovieRequest } from "../intent/request.ts";
import { type Heard, verdictIn } from "../intent/verdict/verdict.ts";
import { type Command, readCommand } from "./command.ts";
import {
  goOnWithFavourites,
  hearFavourites,
  namesFavourites,
  noFavourites,
  offerFavourites,
  takeOffer,
} from "./favourites.ts";
import { obey, open, resume, serve } from "./obey.ts";
import {
  askHowItWas,
  hearUnsure,
  hearVerdict,
  isLooseYes,
  mayMeanAnother,
  speaksOfOthers,
} from "./opinions.ts";
import { asksAboutFilm } from "./questions/film-meant.ts";
import { hearQuestion } from "./questions/hear-question.ts";
import { isBareTitle, request } from "./requests.ts";
import { type SaidOf, saidOf } from "./said-of.ts";
import { isSmallTalk } from "./small-talk.ts";
import { findTitle, isTitle, likenedIn, lovedIn, offer, pick, withTitle } from "./titles.ts";
import { inDialogue, reply, say, type Turn, tableMovie, tell } from "./turn.ts";
import { asksNothing } from "./understand.ts";
import * as wording from "./wording.ts";

/**
 * Words, and what they leave in the air.
 *
 * @param asked what a parser makes of the words, where they are no command
 */
export function hear(turn: Turn, text: string, asked?: MovieRequest): Turn {
  const { current, confirmingForget, choice, offered } = turn.state.dialogue;
  const settled = inDialogue(turn, { elsewhere: undefined, weighed: undefined });
  const table = tableMovie(turn);
  const isAsked = confirmingForget || choice !== undefined || offered !== undefined;
  if (table && !confirmingForget && mayMeanAnother(turn, text))
    return askHowItWas(inDialogue(settled, { choice: undefined, offered: undefined }));
  if (table && !isAsked && isLooseYes(turn, text)) return say(settled, wording.whatYes(table));
  const heard = hearWords(settled, text, asked);
  const isAnswered = heard.state.dialogue.spokenOf !== turn.state.dialogue.spokenOf;
  const next = isAnswered ? heard : inDialogue(heard, { spokenOf: undefined });
  const stays = current !== undefined && next.state.dialogue.current === current;
  return stays && speaksOfOthers(text, asked) ? inDialogue(next, { elsewhere: current }) : next;
}

function hearWords(turn: Turn, text: string, asked?: MovieRequest): Turn {
  const { dialogue } = turn.state;
  const command = readCommand(text);
  if (dialogue.confirmingForget) return hearConfirmation(turn, text, asked, command);
  if (dialogue.choice) return hearChoice(turn, text, asked, command);
  if (dialogue.offered) return hearOfferAnswered(turn, text, asked, command);
  if (dialogue.phase.kind === "favourites") return hearFirst(turn, text, asked, command);
  if (command) return obey(turn, command, text);
  if (dialogue.phase.kind === "new" && namesFavourites(turn, text, asked))
    return hearFirst(inDialogue(turn, { phase: { kind: "favourites" } }), text, asked);
  return asked ? hearRead(turn, text, asked) : hearUnread(turn, text);
}

function hearConfirmation(turn: Turn, text: string, asked?: MovieRequest, command?: Command): Turn {
  const settled = inDialogue(turn, { confirmingForget: false });
  if (command?.kind === "yes") return { ...settled, effects: [{ kind: "forget" }] };
  const kept = tell(settled, wording.nothingDeleted());
  return command?.kind === "no" || command?.kind === "none" ? kept : hearWords(kept, text, asked);
}

function hearChoice(turn: Turn, text: string, asked?: MovieRequest, command?: Command): Turn {
  const { said, purpose, movies, others = [] } = turn.state.dialogue.choice!;
  const settled = inDialogue(turn, { choice: undefined });
  if (command?.kind === "none" || command?.kind === "no")
    return others.length > 0 ? goOnWithFavourites(settled, others) : resume(settled);
  const isYes = command?.kind === "yes" || (command?.kind === "answer" && command.verdict === "like");
  const offered = moviesOf(turn, movies);
  const picked = isYes && offered.length === 1 ? offered[0] : pick(turn.world, offered, text);
  if (!picked && command?.kind === "yes") return say(turn, wording.whichOne(said, purpose, offered));
  if (!picked) {
    const next = hearWords(settled, text, asked);
    // another favourite is named meanwhile: the question stands
    const stands = purpose === "favourite" && isTitle(turn.world, text) && !next.state.dialogue.choice;
    return stands ? offer(next, said, purpose, offered, { others }) : next;
  }
  return others.length > 0
    ? goOnWithFavourites(settled, [picked.id, ...others])
    : serve(settled, purpose, picked);
}

/** "Yes" takes the movies offered as favourites; so does "y", where it cannot be about a suggestion. */
function hearOfferAnswered(turn: Turn, text: string, asked?: MovieRequest, command?: Command): Turn {
  const { aside } = turn.state.dialogue.offered!;
  const answer = command?.kind === "answer" && !aside ? command.verdict : command?.kind;
  if (answer === "yes" || answer === "like") return takeOffer(turn);
  if (answer === "no" || answer === "none" || answer === "dislike") return noFavourites(turn);
  return hearWords(inDialogue(turn, { offered: undefined }), text, asked);
}

/** While favourites are asked for, a message is a title unless it is plainly something else. */
function hearFirst(turn: Turn, text: string, asked?: MovieRequest, command?: Command): Turn {
  return hearFavourites(turn, text, {
    ...(asked && { asked }),
    ...(command && { command }),
    otherwise: () => (command ? obey(turn, command, text) : hearRead(turn, text, asked!)),
  });
}

/** Words as a parser reads them. */
function hearRead(turn: Turn, text: string, asked: MovieRequest): Turn {
  if (asked.kind === "unsafe") return reply(turn, wording.refusal());
  const said = saidOf(turn.world, text);
  if (said) return hearSaid(turn, said);
  const heard = verdictIn(text);
  if (heard.kind === "verdict" && tableMovie(turn)) return hearVerdict(turn, heard, asked);
  const loved = lovedIn(turn.world, text);
  if (loved.length > 0) return hearLoved(turn, loved, text);
  const likened = likenedIn(turn.world, text);
  if (likened !== undefined) return obey(turn, { kind: "moreLike", title: likened });
  switch (asked.kind) {
    case "request":
      if (isSmallTalk(text)) return chat(turn, text);
      if (asksAboutFilm(turn, text)) return hearQuestion(turn, text);
      if (heard.kind === "unseen" && asksNothing(asked)) return hearUnsure(turn, text, heard, asked);
      return isBareTitle(turn, text, asked) ? hearTitle(turn, text) : request(turn, asked, text);
    case "feedback":
      if (heard.kind === "unseen" && text.includes("?")) return hearQuestion(turn, text);
      if (asked.favourites.length > 0) return hearLoved(turn, asked.favourites, text);
      return isSmallTalk(text) ? chat(turn, text) : hearUnsure(turn, text, heard, asked);
    case "question":
      return hearQuestion(turn, text);
    case "command":
      return say(turn, wording.help(turn.event.usage, turn.world.catalog.names.completeTo));
    case "smalltalk":
      if (isSmallTalk(text)) return chat(turn, text);
      if (saysSomething(heard)) return hearUnsure(turn, text, heard, asked);
      return isFound(turn, asked) && !isTitle(turn.world, text)
        ? request(turn, { ...asked, kind: "request" }, text)
        : hearTitle(turn, text);
  }
}

/** What is said of movies that are named: each is settled, or the first that is not clear asked about. */
function hearSaid(turn: Turn, { purpose, titles }: SaidOf): Turn {
  const [title, ...others] = titles;
  const clear = [title!, ...others].every((each) => findTitle(turn.world, each).kind === "one");
  if (!clear || others.length === 0)
    return withTitle(turn, { text: title!, purpose }, (next, movie) => serve(next, purpose, movie));
  return titles.reduce((next, each) => {
    const found = findTitle(next.world, each);
    return found.kind === "one" ? serve(next, purpose, found.movie) : next;
  }, turn);
}

/** What they love steers what comes next, and is offered as a favourite. */
function hearLoved(turn: Turn, titles: readonly string[], text: string): Turn {
  const isClear = titles.every((title) => findTitle(turn.world, title).kind === "one");
  if (!isClear || turn.state.dialogue.phase.kind !== "suggesting") return offerFavourites(turn, titles);
  return request(turn, { ...emptyRequest(), similarTo: [...titles], favourites: [...titles] }, text);
}

/** Words that no parser has read: a verdict, or else a title. */
function hearUnread(turn: Turn, text: string): Turn {
  const heard = verdictIn(text);
  return heard.kind === "verdict" && tableMovie(turn) ? hearVerdict(turn, heard) : hearTitle(turn, text);
}

/** What it says may be what a film is about. */
const isFound = ({ world }: Turn, { about }: MovieRequest): boolean =>
  about.some((words) => world.recommender.search(words).size > 0);

const saysSomething = ({ kind }: Heard): boolean =>
  kind === "willWatch" || kind === "unseen" || kind === "doubt";

function chat(turn: Turn, text: string): Turn {
  return turn.state.dialogue.phase.kind === "new" ? open(turn) : reply(turn, wording.smallTalk(text));
}

function hearTitle(turn: Turn, text: string): Turn {
  if (turn.state.dialogue.phase.kind === "new") return open(turn);
  const found = findTitle(turn.world, text);
  switch (found.kind) {
    case "one":
      return serve(turn, "mention", found.movie);
    case "several":
      return offer(turn, text, "mention", found.movies);
    case "named":
      return offer(turn, text, "mention", []);
    case "none":
      if (found.unknownPart) return offer(turn, text, "mention", []);
      return movieLinkIn(text) ? say(turn, wording.unknownLink()) : reply(turn, wording.moviesOnly());
  }
}

function moviesOf({ world }: Turn, ids: readonly string[]): Movie[] {
  return ids.flatMap((id) => world.catalog.byId(id) ?? []);
}
