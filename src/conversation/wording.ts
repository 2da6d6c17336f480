/** Every sentence the conversation says, as cards. What to say and when is decided elsewhere. */
export * from "./wording/about-bot.ts";
export * from "./wording/about-you.ts";
export * from "./wording/brought.ts";
export * from "./wording/compared.ts";
export * from "./wording/elsewhere.ts";
export * from "./wording/favourites.ts";
export { notice } from "./wording/format.ts";
export { knownTo } from "./wording/known-to.ts";
export * from "./wording/linking.ts";
export * from "./wording/people.ts";
export * from "./wording/questions.ts";
export * from "./wording/requests.ts";
export * from "./wording/series.ts";
export * from "./wording/suggestions.ts";
export * from "./wording/suitability.ts";
export * from "./wording/talk.ts";
export * from "./wording/titles.ts";
export * from "./wording/watch-later.ts";
