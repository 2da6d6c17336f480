/** Somebody who made films or is in them. */
export interface Person {
  /**
   * As films credit them; with what they do where two of one name are told apart by it: "Steve McQueen (director)"; of those who
   * neither direct nor act always: "Ennio Morricone (composer)"; of a family that works together the last name: "Coen".
   */
  readonly name: string;
  readonly rows: ReadonlySet<number>;
}

/** Who neither directs a film nor is in it; the author is the one whose book, play or story it is made of. */
export const CREW_ROLES = ["composer", "cinematographer", "writer", "author"] as const;
export type CrewRole = (typeof CREW_ROLES)[number];

/** What somebody does in films. */
export const ROLES = ["director", "actor", ...CREW_ROLES] as const;
export type Role = (typeof ROLES)[number];

export interface KnownPerson {
  /** With the role, where there is one. */
  readonly name: string;
  /** What they did in these films; absent: directed them, or acted in them. */
  readonly role?: Role;
  /** Better known for something else, and so meant only where it is said what they did. */
  readonly isAside?: boolean;
  /** Each once. */
  readonly rows: readonly number[];
  readonly words: readonly string[];
  /** Shares in the ratings of all their films: how well they are known. */
  readonly fame: number;
}

const ROLE_BEHIND = new RegExp(` \\((${ROLES.join("|")})\\)$`);

/** "Ennio Morricone (composer)" is Ennio Morricone, of whom films are meant that he composed for. */
export function roleIn(said: string): { readonly name: string; readonly role?: Role } {
  const [behind, role] = ROLE_BEHIND.exec(said) ?? [];
  return behind === undefined ? { name: said } : { name: said.slice(0, -behind.length), role: role as Role };
}

export const withRole = (name: string, role: Role): string => `${name} (${role})`;

export const isCrewRole = (role: Role | undefined): role is CrewRole =>
  CREW_ROLES.some((crew) => crew === role);
