/** The face of a film: of its decade, and of two or three of that decade by what it is like. */
import type { Random } from "../../numerics/random.ts";
import type { Tone } from "../palettes.ts";
import type { FaceName } from "./typefaces.ts";

interface Faces {
  /** Comedies, children's films, music. */
  readonly gay: readonly FaceName[];
  /** Dramas, romances, history. */
  readonly grave: readonly FaceName[];
  /** Action, crime, horror, space. */
  readonly loud: readonly FaceName[];
}

const BY_DECADE: readonly (readonly [until: number, Faces])[] = [
  [1929, { gay: ["limelight"], grave: ["limelight", "playfair"], loud: ["limelight", "leagueGothic"] }],
  [
    1939,
    { gay: ["limelight", "shrikhand"], grave: ["limelight", "abril"], loud: ["leagueGothic", "limelight"] },
  ],
  [1949, { gay: ["slab", "shrikhand"], grave: ["abril", "playfair"], loud: ["leagueGothic", "abril"] }],
  [1959, { gay: ["shrikhand", "slab"], grave: ["playfair", "abril"], loud: ["slab", "leagueGothic"] }],
  [1969, { gay: ["caprasimo", "futura"], grave: ["futura", "playfair"], loud: ["futura", "slab"] }],
  [
    1979,
    {
      gay: ["caprasimo", "shrikhand"],
      grave: ["caprasimo", "abril"],
      loud: ["futura", "leagueGothic", "anton"],
    },
  ],
  [
    1989,
    { gay: ["righteous", "shrikhand"], grave: ["playfair", "futura"], loud: ["russo", "righteous", "anton"] },
  ],
  [
    1999,
    { gay: ["archivo", "righteous"], grave: ["cinzel", "playfair"], loud: ["anton", "cinzel", "russo"] },
  ],
  [2009, { gay: ["futura", "archivo"], grave: ["cinzel", "dmSerif"], loud: ["bebas", "anton"] }],
  [2019, { gay: ["archivo", "futura"], grave: ["dmSerif", "futura"], loud: ["bebas", "archivo"] }],
  [
    Number.POSITIVE_INFINITY,
    { gay: ["bricolage", "caprasimo"], grave: ["instrument", "bricolage"], loud: ["bricolage", "bebas"] },
  ],
];

const MANNER: Readonly<Record<Tone, keyof Faces>> = {
  bright: "gay",
  play: "gay",
  neon: "loud",
  tense: "loud",
  dread: "loud",
  cosmic: "loud",
  dust: "loud",
  field: "loud",
  noir: "loud",
  epic: "grave",
  tender: "grave",
  still: "grave",
  plain: "grave",
};

const WITHOUT_YEAR = 2000;

export function faceOf(year: number | undefined, tone: Tone, random: Random): FaceName {
  const [, faces] = BY_DECADE.find(([until]) => (year ?? WITHOUT_YEAR) <= until)!;
  const choices =
    tone === "dust" && (year ?? WITHOUT_YEAR) > 1939
      ? (["slab", ...faces.loud] as const)
      : faces[MANNER[tone]];
  return choices[random.int(choices.length)]!;
}
