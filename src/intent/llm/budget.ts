/** How often the model may be asked in a day. Pure but for its own count: the clock is passed in. */
export interface DailyBudget {
  /** Counts one message against the day's budget of the person, if any, and of all; false: it is used up. */
  spend(person: string | undefined, nowMs: number): boolean;
}

export interface DailyBudgetOptions {
  readonly perPerson: number;
  readonly inAll: number;
}

const DAY_MS = 86_400_000;

/** Counts are kept in memory and forgotten when the day (UTC) ends. */
export function createDailyBudget({ perPerson, inAll }: DailyBudgetOptions): DailyBudget {
  let day = -1;
  let spent = 0;
  const spentBy = new Map<string, number>();

  return {
    spend(person, nowMs) {
      const today = Math.floor(nowMs / DAY_MS);
      if (today !== day) {
        day = today;
        spent = 0;
        spentBy.clear();
      }
      const own = person === undefined ? 0 : (spentBy.get(person) ?? 0);
      if (spent >= inAll || (person !== undefined && own >= perPerson)) return false;
      spent++;
      if (person !== undefined) spentBy.set(person, own + 1);
      return true;
    },
  };
}
