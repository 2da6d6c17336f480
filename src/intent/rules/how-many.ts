/** How many movies a text asks for at once: "give me 5", "top 10 heist films", "a list of westerns". */
import { MOST_AT_ONCE } from "../request.ts";
import { ANY_NUMBER, NUMBER, numberOf } from "./numbers.ts";
import type { Span } from "./spans.ts";

const FILMS =
  "movies|films|flicks|titles|suggestions|recommendations|recommendation|recs|ideas|options|picks|choices|comedies|thrillers|dramas|westerns|musicals|documentaries|romcoms|cartoons|classics|anime|pelis|peliculas|filme|film|thriller|horror|western|musical|gialli|polizieschi|documentari|cartoni|drammi|titoli|commedie|consigli|suggerimenti|idee|titulos|titres|idees|sugerencias|sugestoes|vorschlage|comedias|comedies";
/** "5 really good ones" */
const SOME_FILMS = String.raw`(?:[\p{L}'’\d-]{1,20} ){0,4}(?:${FILMS}|ones)(?!\p{L})`;
const ASKING =
  "give|show|tell|recommend|suggest|list|name|find|get|gimme|want|need|send|pick|throw|dame|recomiendame|ponme|donne|donne-moi|conseille|conseille-moi|propose|gib|zeig|empfiehl|dammi|dimmi|consigliami|suggeriscimi|mostrami|trovami|me da|me indica|recomenda";
/** What a number is of, where it is not of films. */
const OF_SOMETHING_ELSE = String.raw`(?! ?(?:stars?|hours?|hrs?|h|minutes?|mins?|years?|yrs?|yo|people|persons|friends|kids|guys|girls|oscars?|points|days?|seasons?|episodes?|times|%)(?!\p{L}))`;

const COUNTED = new RegExp(
  [
    String.raw`\b(?:top|best|first|migliori|mejores|meilleure?s|melhores|besten) (?<best>${ANY_NUMBER})\b${OF_SOMETHING_ELSE}`,
    String.raw`\b(?:${ASKING})(?: (?:me|us|out|at least|maybe|about|like|another|the|your|my|moi|mir|uns|altri)){0,3} (?<asked>(?!an?\b)(?:${ANY_NUMBER}))(?: or (?:so|${NUMBER}))?(?= (?:more|of|such|please|pls|plz|now|then|tonight)\b|$|[.,!?]| ${SOME_FILMS})`,
    String.raw`^(?:(?:hi|hey|ok|please|so|some|another),? ){0,2}(?<opening>(?!an?\b)(?:${NUMBER}))${OF_SOMETHING_ELSE}(?= more\b| ${SOME_FILMS})`,
    String.raw`\ba (?:short |small |little |good )?(?<list>list|bunch|handful|selection|couple|few)(?= (?:of )?${SOME_FILMS})`,
    // "i 5 migliori"
    String.raw`\b(?:i|le|los|las|les|os|as|die) (?<ranked>${ANY_NUMBER}) (?=(?:migliori|mejores|meilleure?s|melhores|besten)\b)`,
    // "영화 5편 추천해줘", "5本教えて"
    String.raw`(?<![\d\p{Script=Hangul}])(?<counted>\d{1,2}|[두세네열]|다섯|여섯|일곱|여덟|아홉|[二三四五六七八九十]) ?(?:편|개|작품|가지|本|作品)(?=[^.!?。！？]{0,30}(?:추천|알려|골라|보여|찾아|뽑아|부탁|주세요|줘|教えて|おすすめ|お勧め|お願い|ください|紹介|見せて|選んで))`,
  ].join("|"),
  "u",
);
/** Where no number is said: of films people mean fewer than of hours. */
const SOME: Readonly<Record<string, number>> = { couple: 2, few: 3 };
const A_LIST = 5;

/** "My top 3" are told, not asked for, and so is that something "is top ten for me". */
const OWN =
  /\b(?:my|our|his|her|their|is|are|was|were|easily|definitely) (?:all time |own |personal |in my )?$/;

export interface HowMany {
  /** 0 where a text does not say: one at a time. */
  readonly count: number;
  readonly spans: readonly Span[];
}

/** @param plain lower case, single spaces */
export function readHowMany(plain: string): HowMany {
  const match = COUNTED.exec(plain);
  if (!match || OWN.test(plain.slice(0, match.index))) return { count: 0, spans: [] };
  const { best, asked, opening, list, ranked, counted } = match.groups!;
  const said = (best ?? asked ?? opening ?? list ?? ranked ?? counted)!.replace(/^a | of$/g, "");
  const count = SOME[said] ?? (list !== undefined || said === "several" ? A_LIST : numberOf(said));
  if (!(count > 1)) return { count: 0, spans: [] };
  const start = match.index;
  return { count: Math.min(count, MOST_AT_ONCE), spans: [{ start, end: start + match[0].length }] };
}
