/** Films as programs outside get them: read from a folder, and what is passed in is checked at the door. */
import { readArtifacts, SHIPPED } from "../artifacts/read-artifacts.ts";
import { readKnowledge } from "../artifacts/read-knowledge.ts";
import { createCatalog } from "../catalog/catalog.ts";
import { createFilms, type Films } from "../catalog/films.ts";
import { InputError } from "./checked.ts";

/**
 * @param folder written by `npm run train` and `npx matinee films`; default: what comes with this package
 * @throws ArtifactError where a file is missing, cut short or altered; calls throw InputError where they get no text
 */
export async function readFilms(folder: string = SHIPPED): Promise<Films> {
  const [{ movies }, knowledge] = await Promise.all([readArtifacts(folder), readKnowledge(folder)]);
  const films = createFilms(createCatalog(movies, knowledge));
  const text = (given: unknown): string => {
    if (typeof given === "string") return given;
    throw new InputError(`text: expected what somebody typed, found ${typeof given}`);
  };
  return {
    find: (title) => films.find(text(title)),
    about: (given, options) => films.about(text(given), options),
    with: (person) => films.with(text(person)),
  };
}
