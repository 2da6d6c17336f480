import type { MovieRequest } from "../request.ts";
import type { Words } from "../words.ts";
import { createAttackReader } from "./attacks.ts";
import { createPhrases, entriesOf, phraseSet, wordSet } from "./phrases.ts";
import { clausesOf, createSayings } from "./sayings.ts";
import { createOrderReader, createSignReader, isContained } from "./signs.ts";
import type { Span } from "./spans.ts";
import type { Text, Token } from "./tokens.ts";

type Kind = MovieRequest["kind"];

/** A text of so few words that speaks of films asks for one: "video game movies". */
const SHORT = 6;

/** So many things that can be asked for are asked for, though the day is spoken of as well: "guys night with beer". */
const SURELY_ASKED = 2;

/** "Based on a novel": what a film is made of. */
const MADE_OF_IT = /\b(?:based (?:up)?on|adapted from|adaptations?|made into)\b/;

/** What was read out of a text, for its kind to be told by. */
export interface Clues {
  /** How many filters were read, and how many words of the text they took. */
  readonly filters: number;
  readonly wordsRead: number;
  readonly refines: boolean;
  /** Whether it takes back a part of the request before. */
  readonly drops: boolean;
  /** Whether it compares with what was shown, or wants another: "something shorter". */
  readonly searches: boolean;
  readonly loved: boolean;
  /** Whether something is ruled out. */
  readonly rulesOut: boolean;
  /** Whether there are filters that stand on their own: genres, years, running times, titles to be like. */
  readonly firm: boolean;
  /** Whether it names people: "the best one with Sandra Bullock". */
  readonly named: boolean;
  /** Whether a running time is all that is firm: "bored after half an hour". */
  readonly timed: boolean;
  /** Whether it tells a plot, and asks which film has it. */
  readonly asksForPlot: boolean;
  /** Whether films are named to be like. */
  readonly likened: boolean;
  /** Whether it says who watches: "it's date night". */
  readonly occasion: boolean;
}

export interface KindReader {
  /**
   * Of texts that need no reading for filters: commands to the machine, and small talk as a whole.
   *
   * @param titles where the text names films
   */
  atOnce(text: Text, titles: () => readonly Span[]): Kind | undefined;
  of(text: Text, clues: Clues): Kind;
  /** Begins as a sentence about oneself or the day: "my day was long". */
  tells(text: Text): boolean;
  mediumOf(text: Text, taken: (token: Token) => boolean): MovieRequest["medium"];
}

/** Tells requests from talk. What is neither is small talk: nothing is invented for it. */
export function createKindReader(words: Words): KindReader {
  const { talk, filler } = words;
  const sayings = createSayings(words);
  const isOrder = createOrderReader(words);
  const isAttack = createAttackReader(words);
  const openings = phraseSet(talk.openings);
  const question = phraseSet(talk.question);
  const wish = phraseSet(talk.wish);
  const onTheTable = phraseSet(talk.onTheTable);
  const judged = phraseSet(talk.judged);
  const verdicts = phraseSet(talk.verdicts);
  const judging = phraseSet([...talk.verdicts, ...words.reactions.judging]);
  const being = phraseSet(talk.being);
  const conditions = phraseSet(talk.conditions);
  const telling = phraseSet(talk.telling);
  const film = phraseSet(talk.film);
  const filmVerbs = phraseSet(talk.filmVerbs);
  const choosing = phraseSet(talk.choosing);
  const signsOf = createSignReader(words);
  const otherMedia = createPhrases(entriesOf(words.media));
  const aboutWords = phraseSet(words.subjects.about);
  const common = wordSet(filler.words, words.negation.times, words.asides.evening);

  /** Where a text begins, "hey", "so" and "lol" aside. */
  const startOf = (tokens: readonly Token[]): number => {
    let at = 0;
    for (let opening = openings.at(tokens, at); opening; opening = openings.at(tokens, at))
      at += opening.length;
    return at;
  };
  /** "What can I do here", but not "what can I watch", which asks for a film. */
  const asksAt = (tokens: readonly Token[], at: number): boolean => {
    const asked = question.at(tokens, at);
    return asked !== undefined && asked.length >= (wish.at(tokens, at)?.length ?? 0);
  };
  const opensAsQuestion = (tokens: readonly Token[], start: number): boolean =>
    asksAt(tokens, start) || asksAt(tokens, 0);

  /** "Is it good", without a question mark: every word of it is one that praise is made of. */
  const asksOfIt = (tokens: readonly Token[]): boolean => {
    const start = startOf(tokens);
    return /^(?:is|was|does|did|has)$/.test(tokens[start]?.word ?? "") && opensAsQuestion(tokens, start);
  };
  /** "That was great", "watched it yesterday", "my wife hated it". */
  const isVerdict = (tokens: readonly Token[]): boolean =>
    tokens.some((_, at) => judged.at(tokens, at) && !isRelative(tokens, at) && !isContained(tokens, at)) &&
    verdicts.first(tokens) !== undefined;
  /** "It was", "this is": how a judgement begins. */
  const beginsAsVerdict = (tokens: readonly Token[], start: number): boolean => {
    const subject = judged.at(tokens, start);
    if (!subject) return false;
    const contracted = /^(?:its|thats)$/.test(tokens[start]!.word) && subject.length === 1;
    return contracted
      ? judging.first(tokens.slice(start, firstClauseEnd(tokens))) !== undefined
      : being.at(tokens, start + subject.length) !== undefined;
  };

  return {
    atOnce(text, titles) {
      if (isAttack(text, titles)) return "unsafe";
      if (text.tokens.length === 0) return "smalltalk";
      const said = sayings(text.tokens);
      return said === "feedback" && asksOfIt(text.tokens) ? undefined : said;
    },

    of(
      text,
      {
        filters,
        wordsRead,
        refines,
        drops,
        searches,
        loved,
        rulesOut,
        firm,
        timed,
        occasion,
        named,
        asksForPlot,
        likened,
      },
    ) {
      const { tokens, plain } = text;
      const start = startOf(tokens);
      const signs = signsOf(text);
      const wishes = signs.wishes !== undefined;
      const wishesSurely = signs.wishes === "surely";
      const speaksOfFilms = film.first(tokens) !== undefined || filmVerbs.first(tokens) !== undefined;
      const aboutTheTable = onTheTable.first(tokens) !== undefined;
      if (asksForPlot) return "request";
      const opens = tokens.slice(start, start + 3).map(({ word }) => word);
      const tellsOfOne = A_FILM.test(opens.slice(0, 2).join(" ")) && OF_IT.test(opens[2] ?? "");
      if (tellsOfOne || (filters > 0 && /^an?$/.test(opens[0] ?? "") && signs.judges !== "surely"))
        return "request";
      // "Do the Coen brothers ever make comedies?"
      if (named && filters > 1 && !aboutTheTable && /^(?:do|does|did|has|have)$/.test(tokens[start]!.word))
        return "request";
      if (signs.asksFacts && (!wishesSurely || aboutTheTable)) return "question";
      if (opensAsQuestion(tokens, start) && !(filters > 0 && speaksOfFilms && !aboutTheTable))
        return "question";
      const later = { ...text, tokens: tokens.slice(firstClauseEnd(tokens)) };
      const wishesLater = signsOf(later).wishes === "surely";
      // "Tom Hanks, but I have seen Forrest Gump" and "Heat, but I watched that too often" ask, whatever they tell.
      if ((named || likened) && !beginsAsVerdict(tokens, start)) return "request";
      // "I can't do jump scares but I love dread"
      if (
        rulesOut &&
        filters > 1 &&
        !aboutTheTable &&
        ASKER.test(tokens[start]!.word) &&
        !beginsAsVerdict(tokens, start)
      )
        return "request";
      // "I like robots, time loops and sad endings"
      if (
        filters > 1 &&
        LIKES.test(
          tokens
            .slice(start, start + 2)
            .map(({ word }) => word)
            .join(" "),
        )
      )
        return "request";
      const judgesOnly =
        (signs.judges === "surely" || (signs.tells && (!firm || timed))) && !wishesSurely && !searches;
      if (refines && filters === 0 && !searches && !drops && !wishes && signs.judges) return "feedback";
      if (refines)
        return judgesOnly ||
          (beginsAsVerdict(tokens, start) && !wishesLater && !(searches && later.tokens.length > 0))
          ? "feedback"
          : "request";
      if (signs.chats && !loved && !wishesSurely && !firm && !rulesOut && filters < SURELY_ASKED)
        return "smalltalk";
      if (filters === 0) {
        if (!wishesSurely && clausesOf(tokens).some(isOrder)) return "command";
        if (loved) return wishesSurely || ASKS_FOR_MORE.test(plain) ? "request" : "feedback";
        if (beginsAsVerdict(tokens, start) && !wishesLater) return "feedback";
        if (judgesOnly || (isVerdict(tokens) && !(wishes && !beginsAsVerdict(tokens, start))))
          return "feedback";
        if (wishes) return "request";
        if (signs.judges) return "feedback";
        if (judging.at(tokens, start) && !speaksOfFilms && !otherMedia.first(tokens)) return "feedback";
        const tells = telling.at(tokens, start) !== undefined;
        const chooses = choosing.first(tokens) !== undefined || tokens.length <= SHORT;
        if ((film.first(tokens) || otherMedia.first(tokens)) && chooses && !tells) return "request";
        return /[?？]\s*$/.test(plain) ? "question" : "smalltalk";
      }
      if (beginsAsVerdict(tokens, start) && !(wishesLater && firm)) return "feedback";
      if (judgesOnly) return "feedback";
      if (isVerdict(tokens) && !wishes && !firm && !rulesOut) return "feedback";
      if (wishes || speaksOfFilms || conditions.at(tokens, start)) return "request";
      if (firm || rulesOut) return "request";
      if (judged.at(tokens, start)) return occasion ? "request" : "feedback";
      const tells = telling.at(tokens, start) !== undefined;
      if (loved) return "request"; // "I've been into heist films lately. Baby Driver was great"
      if (tells && !named) return "smalltalk";
      const weighty = tokens.filter(({ word }) => !common.has(word)).length;
      if (wordsRead * 2 >= weighty) return "request";
      return /[?？]\s*$/.test(plain) ? "question" : "smalltalk";
    },

    tells: ({ tokens }) => ONESELF.test(tokens[startOf(tokens)]?.word ?? ""),

    mediumOf({ tokens, plain }, taken) {
      const free = tokens.filter((token) => !taken(token));
      if (film.first(free) || MADE_OF_IT.test(plain)) return "film";
      for (let at = 0; at < free.length; at++) {
        const isVerb = free[at]!.word === "shows" && SHOWN.test(free[at + 1]?.word ?? "");
        const isDenied = DENIED.test(free[at - 1]?.word ?? "");
        const found = isVerb || isDenied ? undefined : otherMedia.at(free, at);
        const isSubject = [1, 2, 3].some((back) => {
          const announced = at >= back ? aboutWords.at(free, at - back) : undefined;
          return announced !== undefined && announced.length <= back;
        });
        if (found && !isSubject) return found.values[0] as MovieRequest["medium"];
      }
      return "film";
    },
  };
}

/** "Heat was great. Other films on that level?" */
const ASKS_FOR_MORE = /\b(?:other|others|any|more|else|next|similar)\b[^.!?]{0,60}\?/;
/** "Slow thrillers. Not series!" */
const DENIED = /^(?:no|not|without|nor)$/;
/** "Something that shows the food" */
const SHOWN = /^(?:the|how|that|what|us|me|real|everyday|its|a|an|life|people|why|off)$/;
const LIKES = /^(?:i|we) (?:like|love|enjoy|prefer|adore)$/;
const ASKER = /^(?:i|we|im|ive)$/;
/** "A film you can get lost in", "a movie so bad it's good" */
const A_FILM = /^(?:an?|some|any) (?:good |great |nice )?(?:movies?|films?|flicks?)$/;
const OF_IT = /^(?:for|that|with|where|so|you|to|about|which|as|without)$/;

/** How sentences about oneself, the bot and the day begin. */
const ONESELF =
  /^(?:i|im|ive|id|ill|me|my|mine|we|were|weve|our|us|you|your|youre|u|ur|it|its|that|thats|this|these|those|there|theres|today|yesterday|everyone|everybody|nobody|people)$/;

/** "A film that I loved" judges nothing. */
const isRelative = (tokens: readonly Token[], at: number): boolean =>
  /^thats?$/.test(tokens[at]!.word) && at > 0 && tokens[at]!.gap === "space";

function firstClauseEnd(tokens: readonly Token[]): number {
  const next = tokens.findIndex(({ gap }, at) => at > 0 && gap !== "space");
  return next < 0 ? tokens.length : next;
}
