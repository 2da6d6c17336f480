/** Every composition. The order decides between looks that suit alike, so new ones are added at the end. */
import { balloon } from "./looks/balloon.ts";
import { bands } from "./looks/bands.ts";
import { bars } from "./looks/bars.ts";
import { blade } from "./looks/blade.ts";
import { blinds } from "./looks/blinds.ts";
import { castle } from "./looks/castle.ts";
import { circles } from "./looks/circles.ts";
import { columns } from "./looks/columns.ts";
import { desert } from "./looks/desert.ts";
import { dial } from "./looks/dial.ts";
import { door } from "./looks/door.ts";
import { eye } from "./looks/eye.ts";
import { flowers } from "./looks/flowers.ts";
import { forest } from "./looks/forest.ts";
import { grid } from "./looks/grid.ts";
import { hillHouse } from "./looks/hill-house.ts";
import { island } from "./looks/island.ts";
import { jaws } from "./looks/jaws.ts";
import { lamp } from "./looks/lamp.ts";
import { lanes } from "./looks/lanes.ts";
import { lens } from "./looks/lens.ts";
import { letter } from "./looks/letter.ts";
import { mandala } from "./looks/mandala.ts";
import { maze } from "./looks/maze.ts";
import { petri } from "./looks/petri.ts";
import { planet } from "./looks/planet.ts";
import { playingCard } from "./looks/playing-card.ts";
import { portrait } from "./looks/portrait.ts";
import { rails } from "./looks/rails.ts";
import { rays } from "./looks/rays.ts";
import { redSun } from "./looks/red-sun.ts";
import { ridges } from "./looks/ridges.ts";
import { road } from "./looks/road.ts";
import { roofs } from "./looks/roofs.ts";
import { saucer } from "./looks/saucer.ts";
import { searchlights } from "./looks/searchlights.ts";
import { seasons } from "./looks/seasons.ts";
import { shapes } from "./looks/shapes.ts";
import { skyline } from "./looks/skyline.ts";
import { spiral } from "./looks/spiral.ts";
import { stageLight } from "./looks/stage-light.ts";
import { stainedGlass } from "./looks/stained-glass.ts";
import { stairs } from "./looks/stairs.ts";
import { target } from "./looks/target.ts";
import { tower } from "./looks/tower.ts";
import { umbrellas } from "./looks/umbrellas.ts";
import { vinyl } from "./looks/vinyl.ts";
import { waves } from "./looks/waves.ts";
import { windows } from "./looks/windows.ts";
import { winter } from "./looks/winter.ts";
import type { Look } from "./stage.ts";

export const LOOKS: readonly Look[] = [
  balloon,
  bands,
  bars,
  blade,
  blinds,
  castle,
  circles,
  columns,
  desert,
  dial,
  door,
  eye,
  flowers,
  forest,
  grid,
  hillHouse,
  island,
  jaws,
  lamp,
  lanes,
  lens,
  letter,
  mandala,
  maze,
  petri,
  planet,
  playingCard,
  portrait,
  rails,
  rays,
  redSun,
  ridges,
  road,
  roofs,
  saucer,
  searchlights,
  seasons,
  shapes,
  skyline,
  spiral,
  stageLight,
  stainedGlass,
  stairs,
  target,
  tower,
  umbrellas,
  vinyl,
  waves,
  windows,
  winter,
];
