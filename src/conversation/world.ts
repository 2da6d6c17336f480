import type { Catalog } from "../catalog/catalog.ts";
import type { Recommender } from "../recommender/recommender.ts";
import type { Dialogue } from "./dialogue.ts";
import type { Person } from "./person.ts";

/** What every conversation shares and none changes. */
export interface World {
  readonly recommender: Recommender;
  readonly catalog: Catalog;
}

export interface State {
  readonly person: Person;
  readonly dialogue: Dialogue;
}
