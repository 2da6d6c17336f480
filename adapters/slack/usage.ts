import type { Field } from "../../src/conversation/card.ts";

/** How things are done in Slack, which "help" tells first. */
export const USAGE: readonly Field[] = [
  {
    name: "👍 👎 ⏭️ 🔖 ℹ️ under a suggestion",
    value: "like, dislike, skip, keep for later, details; take the reaction back to undo it",
  },
  {
    name: "/recommend",
    value:
      "the next suggestion; with words behind it, what they say. /recommend privately: for your eyes only, with buttons",
  },
  {
    name: "/together",
    value:
      "one film for several: who is in, a short list, hidden votes; with words behind it, what it must be",
  },
  { name: "mention me in a channel", value: "the same, for everybody to see; I answer in a thread" },
  { name: "write under Messages", value: "the same, between you and me" },
  {
    name: "a file under Messages",
    value:
      "what you watched and rated elsewhere: Letterboxd's export, IMDb's, Trakt's; I tell what I would note first",
  },
  { name: "the Home tab", value: "your profile, your history and your data" },
];
