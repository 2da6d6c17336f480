/** What somebody did for films, in words. */
import { type FilmFacts, namedFor } from "../../catalog/film-facts.ts";
import { type Role, roleIn } from "../../catalog/person.ts";
import { capital, list } from "./format.ts";

const DID: Readonly<Record<Role, string>> = {
  director: "directed by",
  actor: "with",
  composer: "scored by",
  cinematographer: "shot by",
  writer: "written by",
  author: "based on work by",
};

/** "with Al Pacino", "scored by Ennio Morricone", "scored by Hans Zimmer or John Williams" */
export function creditedTo(people: string): string {
  const all = people.split(" or ").map(roleIn);
  const said = all.map(({ name, role = "actor" }, at) =>
    at > 0 && role === (all[at - 1]!.role ?? "actor") ? name : `${DID[role]} ${name}`,
  );
  return said.join(" or ");
}

/** "Scored by Nino Rota."; undefined where it is not known. */
export function creditIn(facts: FilmFacts, role: Role): string | undefined {
  const names = namedFor(facts, role);
  return names.length > 0 ? `${capital(DID[role])} ${list(names)}.` : undefined;
}
