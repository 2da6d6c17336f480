/** How much is kept of what nobody understood, and of the runs of its tests. */

/** Words in common use are few; of one person no more are kept. */
export const MOST_UNREAD = 200;
export const UNREAD_FOR_DAYS = 90;
export const MOST_RUNS = 200;
