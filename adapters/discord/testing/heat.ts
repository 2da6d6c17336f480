import type { Card } from "../../../src/conversation/card.ts";

/** A suggestion as the conversation makes it. */
export const HEAT: Card = {
  title: { text: "Heat (1995)", url: "https://www.imdb.com/title/tt0113277/" },
  lines: ["Because you liked Ronin."],
  fields: [{ name: "Genres", value: "Action, Crime" }],
  suggestion: "AbCdEf0123456789",
};
