import { evaluatePlacementFold, type PlacementFoldTask, type PlacementOutcomes } from "./placement-fold.ts";
import { answer } from "./threads.ts";

await answer<PlacementFoldTask, PlacementOutcomes>(evaluatePlacementFold);
