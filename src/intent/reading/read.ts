/**
 * The one reading of what was said: a text and its context in, acts out.
 *
 * What answers an open question comes first, then commands, then films by name, then what is said of the movie on the
 * table; what is left is what somebody is after, as the rules read it or a language model did. Pure.
 */
import type { Catalog } from "../../catalog/catalog.ts";
import type { Movie } from "../../catalog/movie.ts";
import { findTitle, isTitle } from "../../catalog/naming.ts";
import { moviesIn } from "../../catalog/title-match.ts";
import type { Act, Reading } from "../acts.ts";
import { asRead } from "../as-read.ts";
import { asksNothing, onlyTitles } from "../asks.ts";
import { isPost } from "../post.ts";
import { emptyRequest, type MovieRequest } from "../request.ts";
import { LIKE_THEM } from "../rules/named-films.ts";
import type { RuleParser } from "../rules/rule-parser.ts";
import type { Judged, Understood } from "../understood.ts";
import { type Heard, verdictIn } from "../verdict/verdict.ts";
import { readAnswer } from "./answers.ts";
import { type Command, readCommand } from "./command.ts";
import { seenByOthers } from "./company.ts";
import type { Context } from "./context.ts";
import { readCorrection } from "./corrections.ts";
import { readFavourites, readFirstNames } from "./favourites.ts";
import { readLasting } from "./lasting.ts";
import { lifeIn, tellsTastes } from "./life.ts";
import { countsInAList, withTitlesListed } from "./listed.ts";
import { readListAgain } from "./lists-again.ts";
import {
  mayMeanAnother,
  pointsAtIt,
  readBehindVerdict,
  readRemark,
  remark,
  speaksOfOthers,
} from "./opinions.ts";
import { type Picked, pickedIn } from "./picked.ts";
import { type AboutBot, readBotQuestion } from "./questions/about-bot.ts";
import { readComparison } from "./questions/comparison.ts";
import { readExtreme } from "./questions/extremes.ts";
import { asksAboutFilm, filmMeant } from "./questions/film-meant.ts";
import { bare } from "./questions/person-asked.ts";
import { askedAgain, readQuestion, readSuitability } from "./questions/read-question.ts";
import { goesBack, withTitlesShown } from "./references.ts";
import type { Said } from "./said.ts";
import { saidByName } from "./said-by-name.ts";
import { saidOf } from "./said-of.ts";
import { sameMaker, withMakersNamed } from "./same-maker.ts";
import { readStrangeScript } from "./scripts.ts";
import { lastThought, withoutPreface } from "./second-thoughts.ts";
import { withTitlesBeside } from "./sequels.ts";
import { readSharing } from "./sharing.ts";
import { readShowing } from "./showing.ts";
import { smallTalkIn } from "./small-talk.ts";
import { readRating, readRatingAmong } from "./stars.ts";
import { likenedIn, lovedIn, placedIn } from "./titles.ts";
import { plotIn, speaksOfOne } from "./told-story.ts";
import { tooMuch } from "./too-much.ts";
import { unsafeIn } from "./unsafe.ts";
import { readWatchLater } from "./watch-later.ts";
import { readWillWatch } from "./will-watch.ts";
import { readWish } from "./wishes.ts";

/** Characters of a message that are read. Nobody looks at more of it than one beyond, which tells that it was cut. */
export const LONGEST_SAID = 1_000;

export interface ReadingOptions {
  readonly catalog: Catalog;
  /** Read what is asked for where no model did. Absent: only commands, titles and plain talk are understood. */
  readonly rules?: Pick<RuleParser, "understand"> | undefined;
  /** Words that films are described by, for questions. */
  readonly tags?: Iterable<string>;
}

/** @param modelled what a language model makes of the text; absent: the rules read it */
export type ReadText = (text: string, context: Context, modelled?: Understood) => Reading;

export function createReading({ catalog, rules, tags = [] }: ReadingOptions): ReadText {
  const requestIn = (text: string): MovieRequest => rules?.understand(text).request ?? emptyRequest();

  const questionIn = ({ context, text }: Pick<Said, "context" | "text">) =>
    readQuestion({ catalog, tags, requestIn }, context, text);

  /** Of somebody who said nothing yet, any words are a beginning. */
  const named = ({ context, text }: Said): Act =>
    context.phase === "new" ? { kind: "talk", sort: "greeting" } : { kind: "name", title: text };

  const readAsked = (said: Said, asked: MovieRequest): Act[] => {
    const { context, text, heard } = said;
    const isOfTastes = tellsTastes(text);
    const talk =
      smallTalkIn(text) ?? (isOfTastes && asked.kind === "request" ? undefined : lifeIn(text, asked));
    const liked = isOfTastes ? wishAfterAll(said) : undefined;
    if (liked && (asked.kind === "smalltalk" || asked.kind === "feedback")) return [liked];
    switch (asked.kind) {
      case "unsafe":
        return [unsafeIn(text)];
      case "request":
        if (talk) return [{ kind: "talk", sort: talk }];
        if (asksAboutFilm(catalog, context, text)) return [questionIn(said)];
        if ((heard.kind === "unseen" || (heard.kind === "willWatch" && context.table)) && asksNothing(asked))
          return [readRemark(said)];
        if (said.isUnheard && asksNothing(asked)) return [{ kind: "ask", request: asked, isUnheard: true }];
        return [
          onlyTitles(asked) && isTitle(catalog, text) ? named(said) : readWish(asked, text, context.isAsked),
        ];
      case "feedback":
        if (heard.kind === "unseen" && text.includes("?")) return [questionIn(said)];
        if (asked.favourites.length > 0) return [{ kind: "love", titles: asked.favourites }];
        if (talk) return [{ kind: "talk", sort: talk }];
        return [
          toldPlot(said) ?? (tellsNothingOfIt(said) ? wishAfterAll(said) : undefined) ?? readRemark(said),
        ];
      case "question":
        return [questionIn(said)];
      case "command":
        return [ASKS_FOR_HELP.test(text) ? { kind: "help" } : named(said)];
      case "smalltalk":
        if (asksAboutFilm(catalog, context, text)) return [questionIn(said)];
        if (talk) return [{ kind: "talk", sort: talk }];
        if (SAYS_SOMETHING.has(heard.kind)) return [readRemark(said)];
        return isFound(asked) && !isTitle(catalog, text)
          ? [readWish({ ...asked, kind: "request" }, text, context.isAsked)]
          : [
              isJustTalk(said)
                ? { kind: "talk", sort: "other" }
                : (tellsOfThem(said) ?? wishAfterAll(said) ?? toldPlot(said) ?? named(said)),
            ];
    }
  };

  /** It says what a film may be about. */
  const isFound = ({ about }: MovieRequest): boolean =>
    about.some((words) => catalog.about(words).films.length > 0);

  /** "Nuns. That's the theme": nothing else can be made of it. */
  const wishAfterAll = ({ context, text, ifAsked }: Said): Act | undefined =>
    ifAsked && !isTitle(catalog, text) ? readWish(ifAsked, text, context.isAsked) : undefined;

  /** "Siblings who can't stand each other": a story, and no verdict on what lies on the table. */
  const toldPlot = ({ context, text, heard }: Said): Act | undefined => {
    const plot = plotIn(text);
    if (plot === undefined || heard.kind === "verdict" || heard.kind === "willWatch") return undefined;
    const request: MovieRequest = { ...emptyRequest(), about: [plot] };
    return isFound(request) ? readWish(request, text, context.isAsked) : undefined;
  };

  const tellsNothingOfIt = ({ text, heard }: Said): boolean => heard.kind === "nothing" && !speaksOfOne(text);

  /** "Me too", "I do", "of course": there is a film by the name of nearly everything, and the rules, which know it, read none. */
  const isJustTalk = ({ context, text }: Said): boolean =>
    context.phase === "suggesting" && !/\d/.test(text) && findTitle(catalog, text).kind !== "none";

  /** Whatever somebody tells of themselves or of whoever answers, it names no film and asks for none. */
  const tellsOfThem = ({ context, text }: Said): Act | undefined =>
    context.phase === "suggesting" && TELLS_OF_THEM.test(text) && !isTitle(catalog, text)
      ? { kind: "talk", sort: /^you|^u\b/i.test(text) ? "other" : "life" }
      : undefined;

  const readActs = (said: Said): Act[] => {
    const { context, text, command, heard, asked, strange } = said;
    const other = otherMeant(said);
    if (!other && context.table && context.question?.kind !== "forget" && mayMeanAnother(said))
      return [remark("doubt")];
    const answer = readAnswer(said);
    if (answer) return [answer];
    if (context.phase === "suggesting" && goesBack(text)) return [remark("noneBefore")];
    const alike = sameMaker(catalog, context, text);
    if (alike) return [alike];
    if (asked?.kind === "request" && isPost(text))
      return said.judged.length > 0 ? readJudged(said, asked) : [readWish(asked, text)];
    const again = readListAgain(text, context.listed);
    if (again) return [again];
    const about = readAbout(said);
    if (about) return [about];
    const corrected = command ? undefined : readCorrection(said, requestIn);
    if (corrected) return [corrected];
    const sharing = readSharing(text);
    if (sharing) return [sharing];
    const lasting = readLasting(said, requestIn);
    if (lasting.length > 0) return lasting;
    const later = readWatchLater(said, requestIn, (rest) => readActs(saidIn(rest, context)));
    if (later) return later;
    const evening = command ? undefined : readWillWatch(said);
    if (evening) return evening;
    if (!context.question && countsInAList(text) && catalog.mentions(text).length === 0)
      return [remark("noList")];
    if (context.table && !context.question && command?.kind === "yes" && !context.isWeighed)
      return [remark("yes")];
    if (context.phase === "favourites" && !strange) {
      const first = readFavourites(said);
      if (first) return [...marksOf(said), first];
    }
    if (command) return [command];
    if (strange) return [...strange];
    const shown = readShowing(catalog, text, asked, said.isPointedAt, context);
    if (shown) return [shown];
    const first = context.phase === "new" ? readFirstNames(said) : undefined;
    if (first) return [first];
    if (asked?.kind === "unsafe") return [unsafeIn(text)];
    const rated = readRated(said);
    if (rated) return rated;
    const moved = context.table ? tooMuch(text) : undefined;
    const ruledOut = seenByOthers(catalog, text, requestIn);
    if (moved ?? ruledOut) return [{ kind: "ask", request: (moved ?? ruledOut)! }];
    if (asked) {
      const of = saidOf(catalog, text);
      if (of) return of.titles.map((title) => ({ kind: "mark", verdict: of.verdict, title }));
    }
    if (heard.kind === "verdict" && context.table) return readVerdict(said, heard);
    if (!asked) return [named(said)];
    const [told] = said.meant;
    if (told !== undefined) return [...marksOf(said), { kind: "show", title: told }];
    if (said.judged.length > 0) return readJudged(said, asked);
    const loved = lovedIn(catalog, text);
    if (loved.length > 0) return [{ kind: "love", titles: loved }];
    const it = LIKE_IT.test(text.trim()) ? (context.spokenOf ?? context.noted) : undefined;
    if (it) return [{ kind: "moreLike", title: it.id }];
    const likened = likenedIn(catalog, text);
    if (likened !== undefined) return [{ kind: "moreLike", title: likened }];
    const placed = placedIn(catalog, text);
    if (placed !== undefined && context.phase !== "favourites") return [{ kind: "show", title: placed }];
    const byName =
      asked.kind !== "feedback" && asked.favourites.length + asked.similarTo.length > 0
        ? undefined
        : saidByName(catalog, text);
    if (byName) {
      const { verdict, title, rest } = byName;
      return [
        { kind: "mark", verdict, title },
        ...(rest === "" ? [] : readBehindVerdict(saidIn(rest, context), rest)),
      ];
    }
    const { kind, clause } = THE_ONE.exec(text.trim())?.groups ?? {};
    if (context.isAsked && (kind || clause)) {
      const request = requestIn(kind ? `a film about ${kind}` : `a film ${clause}`);
      return [{ kind: "ask", request: { ...request, kind: "request", refinement: "adjust" } }];
    }
    return readAsked(said, asked);
  };

  /** The film besides the one on the table that was spoken of just before, where "it" is judged. */
  const otherMeant = ({ context, text }: Said): Movie | undefined =>
    context.question || !pointsAtIt(text)
      ? undefined
      : (context.spokenOf ?? (context.isElsewhere ? context.noted : undefined));

  /** A verdict on "it" is one on the film that was spoken of just before. */
  const meantOf = (said: Said, [act, ...others]: readonly Act[]): Act[] => {
    const other = otherMeant(said);
    if (!act) return [];
    const { spokenOf } = said.context;
    const before = spokenOf ?? said.context.noted;
    if (act.kind === "moreLikeThis" && before) return [{ kind: "moreLike", title: before.id }, ...others];
    if (act.kind === "remark" && act.remark === "willWatch" && spokenOf)
      return [{ kind: "show", title: spokenOf.id }, ...others];
    return other && act.kind === "answer" && act.verdict !== "skip"
      ? [{ ...act, kind: "mark", verdict: act.verdict, title: other.id }, ...others]
      : [act, ...others];
  };

  /** What is asked about films side by side, about one, about whoever answers, or about oneself. */
  const readAbout = ({ context, text, command, asked }: Said): Act | undefined => {
    if (command || context.question?.kind === "forget" || asked?.kind === "unsafe") return undefined;
    const mayCompare = context.phase !== "favourites" || text.includes("?");
    return (
      (mayCompare ? readComparison(catalog, context, text) : undefined) ??
      readSuitability(catalog, context, text) ??
      askedAgain(catalog, context, text) ??
      readExtreme(text) ??
      ofFilm(context, text, readBotQuestion(text))
    );
  };

  /** "Have you seen The Room?": what is asked then is asked of that film. */
  const ofFilm = (context: Context, text: string, about: AboutBot | undefined): Act | undefined => {
    if (about?.kind !== "aboutBot" || about.what !== "taste") return about;
    const film = filmMeant(catalog, context, bare(text));
    return film.kind === "one" && film.isNamed ? { ...about, movie: film.movie.id } : about;
  };

  const readRated = (said: Said): Act[] | undefined => {
    const whole = readRating(said);
    if (whole) return [whole];
    const among = readRatingAmong(said);
    if (!among) return undefined;
    const { acts, rest } = among;
    if (rest === "") return [...acts];
    const liked = acts.flatMap((act) => (act.kind === "mark" && act.verdict === "like" ? [act.title] : []));
    const asked = LIKE_THEM.test(rest.toLowerCase()) && liked.length > 0 ? requestIn(rest) : undefined;
    if (asked) return [...acts, { kind: "ask", request: { ...asked, kind: "request", similarTo: liked } }];
    return [...acts, ...readBehindVerdict(saidIn(rest, said.context), rest)];
  };

  const readVerdict = (said: Said, { verdict, rest }: Heard & { kind: "verdict" }): Act[] => {
    const judged: Act = { kind: "answer", verdict };
    if (rest === undefined) return [judged, ...marksOf(said)];
    return said.asked?.kind === "question"
      ? [judged, questionIn({ ...said, text: rest })]
      : [judged, ...marksOf(said), ...readBehindVerdict(said, rest)];
  };

  /** Films that somebody says they know, and what else is asked for. */
  const readJudged = (said: Said, asked: MovieRequest): Act[] => {
    const titles = new Set(said.judged.map(({ title }) => title));
    const left = { ...asked, titlesOut: asked.titlesOut.filter((title) => !titles.has(title)) };
    if (left.kind === "request")
      return [...marksOf(said), asksNothing(left) ? { kind: "next" } : readWish(left, said.text)];
    const loved: Act[] = left.favourites.length > 0 ? [{ kind: "love", titles: left.favourites }] : [];
    return [...marksOf(said), ...loved];
  };

  const marksOf = ({ judged }: Said): Act[] =>
    judged.map(({ verdict, title }) => ({ kind: "mark", verdict, title }));

  const saidIn = (text: string, context: Context, modelled?: Understood, isPointedAt = false): Said => {
    const whole = readCommand(text);
    const isOther =
      (whole?.kind === "mark" && goesOn(whole.title)) ||
      (whole?.kind === "answer" && isFilm(whole, text, context));
    const command = isOther ? undefined : whole;
    const understood = command ? undefined : rules?.understand(text);
    return {
      catalog,
      context,
      text,
      isPointedAt,
      command,
      heard: command ? { kind: "nothing" } : verdictIn(text),
      asked: command ? undefined : (modelled ?? understood)?.request,
      isUnheard: understood?.isUnheard === true,
      ifAsked: modelled ? undefined : understood?.ifAsked,
      judged: judgedIn(text, understood?.judged ?? [], modelled?.judged ?? []),
      meant: command ? [] : (modelled?.meant ?? []).filter((title) => isTitle(catalog, title)),
      strange: command || modelled ? undefined : readStrangeScript(catalog, text),
    };
  };

  /** A verdict of which no film is named in the text is one that a model made up. */
  const judgedIn = (text: string, byRules: readonly Judged[], byModel: readonly Judged[]): Judged[] => {
    if (byModel.length === 0) return [...byRules];
    const named = new Set(catalog.mentions(text).flatMap(({ movies }) => movies));
    const moviesOf = ({ title }: Judged) => moviesIn(findTitle(catalog, title));
    const heard = new Set(byRules.flatMap(moviesOf));
    const added = byModel.filter((one) =>
      moviesOf(one).some((movie) => named.has(movie) && !heard.has(movie)),
    );
    return [...byRules, ...added];
  };

  /** "Seen Heat, something similar" is no title behind a command, as far as anything can be read of it. */
  const goesOn = (title: string): boolean =>
    rules !== undefined && /[,;.!]|\band\b/i.test(title) && !isTitle(catalog, title);

  /** "Nope", where there is nothing to say no to. */
  const isFilm = ({ verdict }: Command & { kind: "answer" }, text: string, { table, question }: Context) =>
    !table && !question && verdict !== "skip" && isTitle(catalog, text);

  const actsOfPicked = ({ movie, rest }: Picked, context: Context): Act[] =>
    rest === undefined
      ? [{ kind: "show", title: movie.id }]
      : readActs(saidIn(rest, { ...context, listed: [], question: undefined, spokenOf: movie }));

  return (typed, context, modelled) => {
    const isCut = typed.length > LONGEST_SAID;
    const heard = withMakersNamed(
      catalog,
      lastThought(withoutPreface(asRead(catalog, typed.slice(0, LONGEST_SAID)))),
    );
    const named = withTitlesListed(withTitlesShown(heard, context), context.listed);
    const text = named === heard ? withTitlesBeside(catalog, heard, context) : named;
    const picked = text === heard ? undefined : pickedIn(catalog, text);
    if (picked) return { acts: actsOfPicked(picked, context), speaksOfOthers: true, isCut };
    const said = saidIn(text, context, modelled, text !== heard);
    return {
      acts: meantOf(said, readActs(said)),
      speaksOfOthers: speaksOfOthers(said),
      isCut,
    };
  };
}

const LIKE_IT =
  /^(?:(?:ok|so|and|is there|do you have|have you got|got|show me|give me)[, ]{1,2}){0,3}(?:anything|something|any(?: others?)?|more|others?|films?|movies?) (?:else )?like (?:it|that|this)(?: one| film| movie)?[.!?]{0,2}$/i;
/** "The tennis one", of what is asked for. */
const THE_ONE =
  /^(?:(?:ok|no|yes|hmm?|maybe)[, ]{1,2}){0,2}the (?:(?!other|one|last|next|same|first|right|wrong|good|best)(?<kind>\p{L}{3,20}(?: \p{L}{3,20})?) (?:one|movie|film)|one (?<clause>(?:with|where|about|in which|set) .{3,80}?))[.!?]{0,2}$/iu;
const TELLS_OF_THEM =
  /^(?:(?:oh|well|so|and|but|haha|lol|hey)[, ]{1,2}){0,2}(?:i|i'm|i've|im|ive|my|we|we're|we've|our|kids|the kids|you|you're|u|ur) (?!.*\?)[\p{L} ',-]{3,100}[.!]{0,3}$/iu;
const ASKS_FOR_HELP = /\b(?:help|commands?|options|instructions|manual|menu|usage|how to)\b/i;
const SAYS_SOMETHING: ReadonlySet<Heard["kind"]> = new Set(["willWatch", "unseen", "doubt"]);
