import { newDialogue } from "../../conversation/dialogue.ts";
import type { Change } from "../store.ts";

/** Something to be kept, known by its event. */
export const keptChange: Change = {
  user: { platform: "fake", id: "ada" },
  conversation: "fake:talk",
  event: "kept",
  atMs: 1,
  revision: null,
  entries: [],
  suggestions: [],
  embedding: { modelVersion: "one", values: new Float64Array(1) },
  dialogue: newDialogue,
  showings: [],
};
