/** A message on its way through the reading: what was said, in what light, and what is found out of it as it goes. */
import type { Catalog } from "../../catalog/catalog.ts";
import type { Act } from "../acts.ts";
import type { MovieRequest } from "../request.ts";
import type { Judged } from "../understood.ts";
import type { Heard } from "../verdict/verdict.ts";
import type { Command } from "./command.ts";
import type { Context } from "./context.ts";

export interface Said {
  readonly catalog: Catalog;
  readonly context: Context;
  readonly text: string;
  /** Whether a title stands in it for one that was meant by its place: "the second one". */
  readonly isPointedAt: boolean;
  /** Where the whole of it is one. */
  readonly command: Command | undefined;
  /** What it says of the movie on the table. */
  readonly heard: Heard;
  /** What it asks for, by the rules or a model; undefined where there are neither. */
  readonly asked: MovieRequest | undefined;
  /** Something is said in it that films cannot be found by. */
  readonly isUnheard: boolean;
  /** What it would ask for, where it is taken for something else. */
  readonly ifAsked: MovieRequest | undefined;
  /** What it says of films by name. */
  readonly judged: readonly Judged[];
  /** Films that it tells of without naming them, by title, the likeliest first. */
  readonly meant: readonly string[];
  /** What there is to say where it is in a script that neither the rules nor a model read. */
  readonly strange: readonly Act[] | undefined;
}
