/** Certificates that a text asks for, and those that it rules out: "PG or PG-13", "nothing rated R", "12A at most". Pure. */
import { CERTIFICATES, type Certificate, certificatesUpTo, isStricter } from "../../catalog/certificates.ts";
import type { Span } from "./spans.ts";

export interface CertificatesRead {
  /** Any of these; none where nothing is said of them. */
  readonly allowed: readonly Certificate[];
  readonly spans: readonly Span[];
}

/** Britain's and Germany's, by those that come nearest. */
const CALLED: Readonly<Record<string, Certificate>> = {
  g: "G",
  u: "G",
  pg: "PG",
  pg13: "PG-13",
  "12": "PG-13",
  "12a": "PG-13",
  "15": "R",
  "16": "R",
  "18": "R",
  r: "R",
  nc17: "NC-17",
};

/** Names that mean nothing else, wherever they stand. */
const SURE = "pg[- ]?13|pg|nc[- ]?17|12a";
/** "Not 12 films", "over 18 years" */
const AGE =
  "1[2568](?! ?(?:years?|yrs?|yo\\b|y\\/o|min|hours?|films?|movies?|people|of us|months?|days?|weeks?|%|\\/|\\.))";
const ANY = `(?:${SURE}|r|g|u|${AGE})`;
const STRICT = `(?:${SURE}|r|${AGE})`;
/** Letters and numbers that mean a certificate by the word beside them. */
const RATED = `(?:rated|rating|certificates?|certs?)[- ](?:of )?(?:an? )?${ANY}|${ANY}[- ](?:rated|rating|certificates?|certs?)|hard[- ]r(?= |$)`;
const NAMED = `(?:${RATED}|${SURE})`;
const DENIED = "(?:no|not|non|nothing|never|without|avoid|isn'?t|aren'?t|doesn'?t|don'?t want|anything but)";
const SMALL = "(?: (?:an?|any|too|that|is|are|that's|be|have|has|movies?|films?|with|rated))*";
const MOST =
  "(?:max|maximum|tops|at most|at the most|or (?:lower|under|below|less|milder|gentler)|and (?:under|below)|is the limit|limit)";

const named = (pattern: string) => new RegExp(`(?<![\\p{L}\\d-])${pattern}(?![\\p{L}\\d-])`, "gu");

/** "R is fine": nothing that a film has to be. */
const WELCOME = named(
  `(?:${NAMED}|${ANY}) (?:is |are |would be |movies? |films? )?(?:also |totally |perfectly )?(?:fine|ok|okay|allowed|welcome|too)`,
);
/** "Nothing above PG", "PG-13 max", "up to 12A" */
const UP_TO = [
  named(
    `(?:nothing|not|no|never) (?:rated )?(?:above|over|higher than|stricter than|worse than|beyond|past|more than|stronger than)(?: an?)? ${ANY}`,
  ),
  named(`(?:nothing|not|no) (?:higher|stricter|more|worse) (?:rated )?than(?: an?)? ${ANY}`),
  named(
    `(?:max|maximum|at most|up to|no more than|keep it|under|below)(?: of)?(?: an?)?(?: rated)? ${NAMED}`,
  ),
  named(`(?:rated )?${ANY}(?:[- ]rated)? ${MOST}`),
];
/** "No R", "not rated R", "no 15s or 18s" */
const NOT = named(
  `${DENIED}${SMALL} (?:(?:rated|hard)[- ])?${STRICT}(?:'?s)?(?:[- ]rat(?:ed|ings?))?(?:(?:,| or| and|, or) (?:an? )?${STRICT}(?:'?s)?(?:[- ]rated)?)*`,
);
/** "G or PG", "PG/PG-13", "rated R" */
const ASKED = named(
  `(?:${ANY}(?:,? (?:or|and) |, ?|\\/| ?& ?))*${NAMED}(?:(?:,? (?:or|and) |, ?|\\/| ?& ?)${ANY})*`,
);
const ONE = new RegExp(`(?<![\\p{L}\\d])(${ANY})(?:'?s)?(?![\\p{L}\\d])`, "gu");

const certificatesIn = (said: string): Certificate[] =>
  [...said.matchAll(ONE)].flatMap(([, name]) => CALLED[name!.replace(/[- ]/g, "")] ?? []);

/** Who rules these out rules out what is stricter as well; "no PG" is said by who wants more than that. */
const FOR_ADULTS: Certificate = "R";

/** @param plain in lower case, of as many characters as what was typed */
export function readCertificates(plain: string): CertificatesRead {
  const spans: Span[] = [];
  let left = plain;
  /** What is read is not read again. */
  const take = (pattern: RegExp): string[] =>
    [...left.matchAll(pattern)].map(({ 0: said, index }) => {
      const span = { start: index, end: index + said.length };
      spans.push(span);
      left = left.slice(0, span.start) + " ".repeat(said.length) + left.slice(span.end);
      return said;
    });
  take(WELCOME);
  const most = UP_TO.flatMap((pattern) => take(pattern)).flatMap(certificatesIn);
  const out = take(NOT).flatMap(certificatesIn);
  const asked = take(ASKED).flatMap(certificatesIn);
  const bounds = [
    ...most.map((one) => certificatesUpTo(one)),
    ...out.map((one) =>
      CERTIFICATES.filter((other) => (isStricter(FOR_ADULTS, one) ? other !== one : isStricter(one, other))),
    ),
  ];
  const within = (one: Certificate) => bounds.every((bound) => bound.includes(one));
  const kept = (asked.length > 0 ? CERTIFICATES.filter((one) => asked.includes(one)) : CERTIFICATES).filter(
    within,
  );
  return { allowed: kept.length === CERTIFICATES.length ? [] : kept, spans };
}
