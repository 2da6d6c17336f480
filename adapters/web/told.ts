/** What the page is told, as types alone, so that it is built without the schemas. A test holds them to the schemas. */

export interface ToldPoster {
  readonly look: string;
  readonly alt: string;
  readonly svg: string;
}

export interface ToldFilm {
  readonly id: string;
  readonly title: string;
  readonly year?: number;
  readonly genres: readonly string[];
  readonly line?: string;
  readonly tags: readonly string[];
  readonly rating?: { readonly stars: number; readonly ratings: number };
  readonly minutes?: number;
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly directors: readonly string[];
  readonly cast: readonly string[];
  readonly series?: { readonly name: string; readonly place: number };
  readonly oscars?: { readonly won: number; readonly nominated: number };
  /** The second is for when the first is of the look shown just before. */
  readonly posters: readonly ToldPoster[];
  readonly links: { readonly imdb?: string; readonly wikipedia?: string };
}

/** To press it is to say its words. */
export interface ToldAction {
  readonly label: string;
  readonly says: string;
}

export interface ToldCard {
  readonly reading?: string;
  readonly title?: { readonly text: string; readonly url?: string };
  readonly lines: readonly string[];
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
  readonly suggestion?: string;
  readonly actions?: readonly ToldAction[];
  readonly file?: { readonly name: string; readonly mediaType: string; readonly text: string };
  /** What several do together, which has a place of its own. */
  readonly evening?: string;
}

export interface ToldEvening {
  readonly id: string;
  readonly phase: "gathering" | "voting" | "closed" | "stopped";
  readonly title: string;
  readonly lines: readonly string[];
  readonly limits: string | null;
  readonly turn: string | null;
  readonly compared: readonly string[];
  readonly agreed: boolean;
  readonly members: readonly string[];
  readonly ready: number;
  readonly round: number;
  readonly isMatch: boolean;
  readonly endsMs: number;
  readonly films: readonly { readonly film: ToldFilm; readonly for: readonly string[] }[];
  readonly pick: ToldFilm | null;
  readonly you: {
    readonly name: string;
    readonly approved: readonly number[];
    readonly vetoed: number | null;
    readonly seen: readonly number[];
    readonly isReady: boolean;
  } | null;
}

export interface ToldSuggestion {
  readonly id: string;
  readonly film: ToldFilm;
  readonly why: string;
}

export interface ToldTable {
  readonly phase: "new" | "favourites" | "suggesting";
  readonly suggestion: ToldSuggestion | null;
  readonly card: ToldCard | null;
  readonly question: ToldCard | null;
  readonly wish: readonly ToldAction[];
}

export interface ToldTurn {
  readonly event: string;
  readonly cards: readonly ToldCard[];
  readonly table: ToldTable;
}

export interface ToldWelcome {
  readonly person: { readonly id: string };
  readonly cards: readonly ToldCard[];
  readonly table: ToldTable;
  /** What those want said whose pictures are shown; empty where all are drawn. */
  readonly notices: readonly string[];
}

export interface ToldKept {
  readonly film: ToldFilm;
  readonly sinceMs: number;
}

/** What is shown to others by a link. */
export interface ToldShared {
  readonly id: string;
  readonly what: "list" | "taste";
  readonly sinceMs: number;
}

export type ToldVerdict = "favourite" | "like" | "dislike" | "skip" | "seen" | "never";

export interface ToldPage<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface ToldOpinion {
  readonly film: ToldFilm;
  readonly verdict: ToldVerdict;
  readonly atMs: number;
}

export interface ToldHistoryItem {
  readonly suggestion: string;
  readonly film: ToldFilm;
  readonly atMs: number;
  readonly verdict: ToldVerdict | null;
  /** Whether it is kept to watch later. */
  readonly isKept: boolean;
}

export interface ToldCount {
  readonly name: string;
  readonly liked: number;
  readonly disliked: number;
}

export interface ToldProfile {
  readonly answers: Partial<Readonly<Record<ToldVerdict, number>>>;
  readonly genres: readonly (ToldCount & { readonly weight: number; readonly before: number })[];
  readonly decades: readonly ToldCount[];
  readonly countries: readonly ToldCount[];
}
