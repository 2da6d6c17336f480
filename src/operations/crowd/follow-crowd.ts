/** Has the films of a model move with what people answer, while they do. */
import { setImmediate } from "node:timers/promises";
import type { Crowd, Opinions } from "../../recommender/crowd.ts";
import { dayOf } from "../../store/figures.ts";
import { followAnswers } from "../../store/following-answers.ts";
import type { PersonsAnswers } from "../../store/persons-answers.ts";
import type { Consent } from "../../store/teaching.ts";
import { linesOf, ratingsOf } from "../harvest/harvest.ts";

export interface FollowingCrowd {
  /** Looks at once. Never rejects. */
  look(): Promise<void>;
  /** Safe to call twice. */
  close(): void;
}

export interface FollowOptions {
  /** Of people: a file, or the address of a PostgreSQL. */
  readonly database: string;
  /** Whose answers may move anything. */
  readonly consent: Consent;
  readonly crowd: Crowd;
  /** Told of what went wrong, once each time: films stay where they are until it goes right. */
  readonly onTrouble: (error: unknown) => void;
  /** How often it is looked who answered. Default: 2000 */
  readonly everyMs?: number;
}

/** So many people are counted between two turns. */
const AT_A_TIME = 20;

/** Resolves when it is begun; everybody who answered before is counted in the background. @throws StoreError where it cannot be read */
export async function followCrowd({
  database,
  consent,
  crowd,
  onTrouble,
  everyMs = 2_000,
}: FollowOptions): Promise<FollowingCrowd> {
  const answers = await followAnswers(database, consent);
  async function count(): Promise<void> {
    let counted = 0;
    for await (const { person, answers: theirs } of answers.changed()) {
      crowd.says(person, theirs && opinionsOf(theirs));
      if (++counted % AT_A_TIME === 0) await setImmediate();
    }
  }
  let looking: Promise<void> = Promise.resolve();
  const look = (): Promise<void> => {
    looking = looking.then(count).catch(onTrouble);
    return looking;
  };
  const timer = setInterval(look, everyMs).unref();
  void look();
  return {
    look,
    close() {
      clearInterval(timer);
      answers.close();
    },
  };
}

/** What stands of what a person said, in stars. */
export function opinionsOf(answers: PersonsAnswers): Opinions {
  const ratings = ratingsOf(linesOf({ ...answers, exposures: [] }));
  return {
    stars: new Map(ratings.map(({ movie, stars }) => [movie, stars])),
    days: new Set(ratings.map(({ atSeconds }) => dayOf(1_000 * atSeconds))).size,
  };
}
