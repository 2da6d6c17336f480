/** Does what somebody's words come to, act by act. */
import { movieLinkIn } from "../catalog/movie-link.ts";
import { findTitle } from "../catalog/naming.ts";
import type { Act, Remark } from "../intent/acts.ts";
import { emptyRequest } from "../intent/request.ts";
import { noteAndGoOn } from "./answers.ts";
import { offerFavourites } from "./favourites.ts";
import { keepObviousness, settle } from "./lasting-list.ts";
import { allowAsked, insist, refuse } from "./lasting-wishes.ts";
import { likelyMeant } from "./likely-meant.ts";
import { noteMark, obey, open, serve } from "./obey.ts";
import { lastSaid } from "./person.ts";
import { answerQuestion } from "./questions/answer-question.ts";
import { compare } from "./questions/compare.ts";
import { extreme } from "./questions/extreme.ts";
import { spokenOf } from "./questions/spoken-of.ts";
import { relist } from "./relist.ts";
import { remindOf, willWatch } from "./reminders.ts";
import { request } from "./requests.ts";
import { shareOwn } from "./sharing.ts";
import { offer, withTitle } from "./titles.ts";
import {
  chat,
  currentSuggestion,
  inDialogue,
  isListed,
  notUnderstood,
  reply,
  retract,
  say,
  setWish,
  suggestNext,
  type Turn,
  tableMovie,
  tell,
  wishInForce,
} from "./turn.ts";
import { NO_WISH } from "./wish.ts";
import { partsOf } from "./wish-parts.ts";
import * as wording from "./wording.ts";

/**
 * What is said of films is noted first, and what else is said is answered; a verdict on the movie on the table while it
 * still lies there. The next one comes after all that.
 */
export function obeyAll(turn: Turn, acts: readonly Act[]): Turn {
  const next = obeyInOrder(turn, clearFirst(turn, acts));
  const { current, choice, offered } = next.state.dialogue;
  const isBare = currentSuggestion(turn) && current === undefined && !choice && !offered;
  return isBare && acts.length > 1 ? suggestNext(next) : next;
}

function obeyInOrder(turn: Turn, [act, ...others]: readonly Act[]): Turn {
  if (!act) return turn;
  if (others.length === 0) return obeyAct(turn, act);
  if (act.kind === "answer" && currentSuggestion(turn))
    return noteAndGoOn(turn, act, (noted) => obeyInOrder(noted, others));
  if (act.kind === "save" && tableMovie(turn) && !isListed(turn, tableMovie(turn)!.id))
    return noteAndGoOn(turn, "later", (noted) => obeyInOrder(noted, others));
  if (act.kind !== "mark") return obeyInOrder(obeyAct(turn, act), others);
  const found = findTitle(turn.world.catalog, act.title);
  return obeyInOrder(found.kind === "one" ? noteMark(turn, found.movie, act) : obeyAct(turn, act), others);
}

/** Of what is said of films by name that which needs no question comes first: one is asked about, at the end. */
function clearFirst({ world }: Turn, acts: readonly Act[]): readonly Act[] {
  const isUnclear = (act: Act) => act.kind === "mark" && findTitle(world.catalog, act.title).kind !== "one";
  return [...acts.filter((act) => !isUnclear(act)), ...acts.filter(isUnclear)];
}

function obeyAct(turn: Turn, act: Act): Turn {
  switch (act.kind) {
    case "ask": {
      const table = act.likeThis ? tableMovie(turn) : undefined;
      const like = table ? setWish(turn, { ...NO_WISH, near: [table.id] }) : turn;
      return request(like, act.request, act);
    }
    case "correct":
      return correct(turn, act.title);
    case "refuse":
      return refuse(turn, act.request, act.times);
    case "insist":
      return insist(turn, act.requests, act.times);
    case "allow":
      return allowAsked(turn, act);
    case "shareOwn":
      return shareOwn(turn, act);
    case "stopSharing":
    case "tellShared":
      return { ...turn, effects: [...turn.effects, act] };
    case "settle":
      return settle(turn, act);
    case "remind": {
      const table = tableMovie(turn);
      if (act.title !== undefined) return withTitle(turn, { text: act.title, purpose: "remind" }, remindOf);
      return table ? remindOf(turn, table) : say(turn, wording.nothingToAnswer());
    }
    case "keepObviousness":
      return keepObviousness(turn, act.shift);
    case "torn":
      return say(turn, wording.whoseWish(act.what));
    case "love":
      return love(turn, act.titles);
    case "name":
      return name(turn, act.title);
    case "question":
      return answerQuestion(turn, act.question);
    case "compare":
      return compare(turn, act);
    case "relist":
      return relist(turn, act);
    case "extreme":
      return extreme(turn, act.by);
    case "askedFor": {
      const wish = wishInForce(turn);
      return say(turn, wording.askedFor(wish ? partsOf(turn.world, wish) : []));
    }
    case "aboutBot":
      return aboutBot(turn, act);
    case "remark":
      return remark(turn, act.remark);
    case "talk":
      return turn.state.dialogue.phase.kind === "new" ? open(turn) : chat(turn, wording.SMALL_TALK[act.sort]);
    case "strangeScript": {
      const told = wording.strangeScript(act.script);
      const next = notUnderstood(turn);
      return next.state.dialogue.phase.kind === "new" ? open(tell(next, told)) : reply(next, told);
    }
    case "unsafe":
      return reply(turn, wording.willNotDo());
    case "despair":
      return tell(turn, wording.despair());
    case "answered":
    case "picked":
    case "pickedPerson":
      return turn; // nothing is asked any more
    default:
      return obey(turn, act);
  }
}

function aboutBot(turn: Turn, { what, movie: id }: Extract<Act, { kind: "aboutBot" }>): Turn {
  if (what === "use") return obey(turn, { kind: "help" });
  const { catalog } = turn.world;
  if (what === "knowledge")
    return reply(turn, wording.knows(catalog.movies.length, catalog.names.completeTo));
  const movie = id === undefined ? undefined : turn.world.catalog.byId(id);
  if (!movie) return reply(turn, ...wording.aboutBot(what));
  return reply(spokenOf(turn, movie), ...wording.aboutBot(what), wording.ratedByOthers(movie));
}

/** What was noted last is taken back, and noted of the film that was meant. */
function correct(turn: Turn, title: string): Turn {
  const last = lastSaid(turn.state.person);
  const found = findTitle(turn.world.catalog, title);
  if (last?.kind !== "feedback" || found.kind !== "one") return name(turn, title);
  const { verdict, rating } = last;
  const undone = retract(turn, last);
  return verdict === "skip"
    ? serve(undone, "show", found.movie)
    : serve(undone, verdict, found.movie, rating);
}

/** What they love steers what comes next, and is offered as a favourite. */
function love(turn: Turn, titles: readonly string[]): Turn {
  const isClear = titles.every((title) => likelyMeant(turn.world, title, titles.length).kind === "one");
  if (!isClear || turn.state.dialogue.phase.kind !== "suggesting") return offerFavourites(turn, titles);
  return request(turn, { ...emptyRequest(), similarTo: [...titles], favourites: [...titles] });
}

function name(turn: Turn, title: string): Turn {
  const found = findTitle(turn.world.catalog, title);
  switch (found.kind) {
    case "one":
      return serve(turn, "mention", found.movie);
    case "several":
      return offer(turn, title, "mention", found.movies);
    case "named":
      return offer(turn, title, "mention", []);
    case "none":
      if (found.unknownPart) return offer(turn, title, "mention", []);
      return movieLinkIn(title)
        ? say(turn, wording.unknownLink())
        : chat(notUnderstood(turn), wording.notGot(title));
  }
}

function remark(turn: Turn, what: Remark): Turn {
  if (what === "noList") return reply(turn, wording.noList());
  if (what === "noneBefore") return reply(turn, wording.noneBefore());
  const table = tableMovie(turn);
  if (!table) return say(turn, turn.state.dialogue.listed ? wording.sayANumber() : wording.nothingToAnswer());
  switch (what) {
    case "willWatch":
      return willWatch(turn, table);
    case "unseen":
      return reply(turn, wording.notSeenYet());
    case "doubt":
      return say(inDialogue(turn, { weighed: turn.state.dialogue.current }), wording.howWasIt(table));
    case "yes":
      return say(turn, wording.whatYes(table));
    case "unclear":
      return chat(notUnderstood(turn), wording.nothingNoted(table));
  }
}
