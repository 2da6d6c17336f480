/** A file's rating to stars 0.5..5; NaN where the file's scale has no such rating. */
export type Scale = (rating: number) => number;

/** Half stars as they are. Older MovieLens sets only use the whole ones. */
export const halfStars: Scale = (rating) =>
  rating >= 0.5 && rating <= 5 && Number.isInteger(rating * 2) ? rating : Number.NaN;

/** 1..10, two points to the star. */
export const tenPoints: Scale = (rating) =>
  rating >= 1 && rating <= 10 && Number.isInteger(rating) ? rating / 2 : Number.NaN;

/** 0..10 as MovieTweetings has it: its rare 0 is the worst there is, and so half a star like the 1. */
export const elevenPoints: Scale = (rating) => tenPoints(rating === 0 ? 1 : rating);
