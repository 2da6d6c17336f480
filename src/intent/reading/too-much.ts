/** What keeps somebody from the movie on the table: "too long", "that's a bit too dark for us", "zu alt". It is passed over, and what is asked for moves the other way. */
import { emptyRequest, type MovieRequest } from "../request.ts";

const TOO =
  /^(?:(?:hm+|nah|no|oh|ah|ugh|meh|sorry|but|ok|okay|mmm?|well|yeah|also)[,.! ]{1,3}){0,3}(?:(?:it|this|that|that one|this one|the film|the movie|it'?s|that'?s|this'?s|that one'?s|this one'?s|feels|i find|i'd say|for me|is|looks|sounds|seems|still|maybe|probably|i think|just|a|way|far|kinda|kind of|much|is|ein bisschen|un poco|un peu|um pouco|un po'?) ){0,6}(?:too?|(?:a )?tad|(?:a )?(?:bit|little)|zu|demasiado|muy|trop|muito|troppo) (?:(?:bit|little|tad|way|far|much|too) ){0,2}(?<what>well[ -]known|[\p{L}-]{3,20})(?: (?:for|fuer|für|para|pour|per) [\p{L} ]{2,30})?(?: (?:now|tonight|tho|though|tbh|right now|today))?[.!]{0,3}$/iu;
/** "It was too long" is said by who has seen it. */
const PAST = /\b(?:was|were|had|seen|saw|war|era|foi|était|etait|fue)\b/i;

type Change = Partial<MovieRequest>;

const CHANGES: readonly (readonly [RegExp, Change])[] = [
  [/^(?:long|lengthy|lang|larg[ao]|long[ao]|longue|lung[ao])$/, { shifts: ["shorter"] }],
  [/^(?:short|kurz|cort[ao]|court|courte|curt[ao]|brev[ei])$/, { shifts: ["longer"] }],
  [
    /^(?:old|dated|alt|viej[ao]|antigu[ao]|vieux|ancien|velh[ao]|antig[ao]|vecchi[ao])$/,
    { shifts: ["newer"] },
  ],
  [/^(?:new|recent|modern|neu|nuev[ao]|moderno|récent|nov[ao]|recente)$/, { shifts: ["older"] }],
  [
    /^(?:dark|bleak|grim|heavy|depressing|intense|disturbing|gloomy|much|düster|duester|oscur[ao]|sombre|pesad[ao]|cup[ao])$/,
    { shifts: ["lighter"] },
  ],
  [/^(?:light|fluffy|tame|mild|soft|childish|kiddy|kiddie|cute|sweet)$/, { shifts: ["darker"] }],
  [
    /^(?:scar[r]?y|creepy|frightening|gruselig|unheimlich|terrorífico|effrayant|assustador|pauroso)$/,
    { moodsOut: ["scary"] },
  ],
  [/^(?:sad|traurig|triste)$/, { moodsOut: ["sad"] }],
  [/^(?:tense|stressful|spannend|tens[ao])$/, { moodsOut: ["tense"] }],
  [
    /^(?:violent|brutal|violent[ao]|gewalttätig|bloody|gory|sangrient[ao]|sanglant|blutig)$/,
    { keywordsOut: ["violence", "gore"] },
  ],
  [
    /^(?:romantic|lovey|soppy|sappy|mushy|kitschig|romántic[ao]|romantique|romantisch)$/,
    { moodsOut: ["romantic"] },
  ],
  [/^(?:cheesy|corny|campy|trashy)$/, { keywordsOut: ["campy"] }],
  [/^(?:slow|langsam|lent[ao]?|devagar)$/, { keywordsOut: ["slow burn"] }],
  [/^(?:silly|dumb|goofy|albern|tont[ao]|bête|bobo)$/, { keywordsOut: ["silly"] }],
  [/^(?:serious|ernst|seri[ao]|sérieux)$/, { shifts: ["lighter"] }],
  [
    /^(?:mainstream|popular|obvious|famous|known|well[ -]known|common|overdone|predictable|generic|commercial)$/,
    { shifts: ["less obvious"] },
  ],
  [/^(?:obscure|unknown|arty|artsy|niche)$/, { shifts: ["more obvious"] }],
  [/^(?:confusing|complicated)$/, { keywordsOut: ["mind-bending"] }],
];

/** How the wish moves; undefined where nothing of the kind is said. */
export function tooMuch(text: string): MovieRequest | undefined {
  const said = text.trim().replaceAll("’", "'");
  if (PAST.test(said)) return undefined;
  const what = TOO.exec(said)?.groups?.what?.toLowerCase();
  const change = what === undefined ? undefined : CHANGES.find(([pattern]) => pattern.test(what))?.[1];
  return change && { ...emptyRequest(), ...change };
}
