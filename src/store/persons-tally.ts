/** What one person made of what one model suggested. */
export interface PersonsTally {
  readonly model: string;
  /** Liked, disliked, passed over or never wanted again; what was seen before says nothing of the suggestion. */
  readonly answered: number;
  readonly liked: number;
}
