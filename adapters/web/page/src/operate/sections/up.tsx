import type { ToldOverview } from "../../../../told-operator.ts";
import { inAgo, inBytes, inDays, inMoment, inMs, inPercent, inWhole } from "../in-words.ts";
import { Tile } from "../parts/tile.tsx";

const DAY_MS = 86_400_000;
/** A copy that is older may hold too little. */
const OLD_COPY_MS = 7 * DAY_MS;

const CIRCUIT = {
  closed: ["asked", "This program asks the language model, and rules read where it fails."],
  open: [
    "left alone",
    "The language model failed three times running and is left alone for half a minute; rules read meanwhile.",
  ],
  halfOpen: ["tried again", "The language model failed and is being tried again with one question."],
} as const;

/** The first look: whether it runs, and whether anything needs somebody. */
export function Up({ overview }: { readonly overview: ToldOverview }) {
  const { figures, machine, database, model, versions, sinceMs, atMs } = overview;
  const latest = figures.days.at(-1);
  const today = figures.days.filter(({ day }) => day === latest?.day);
  const said = machine.turns.find(({ kind }) => kind === "said");
  const failed = machine.failures.reduce((sum, { count }) => sum + count, 0);
  const turns = machine.turns.reduce((sum, one) => sum + one.turns, 0);
  const { backup } = database;
  const [state, circuitMeans] = model
    ? CIRCUIT[model.circuit]
    : ["none", "No language model is set: rules read all texts."];
  return (
    <dl className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
      <Tile
        name="Running since"
        value={inAgo(atMs - sinceMs)}
        means={`${inMoment(sinceMs)}: when this program was started last.`}
      />
      <Tile
        name="People lately"
        value={today.length > 0 ? inWhole(today.reduce((sum, { people }) => sum + people, 0)) : "—"}
        means={
          latest === undefined
            ? "No day had five people or more."
            : `Who did anything, ${inDays(latest.day, latest.to)}, the last that can be told.`
        }
      />
      <Tile
        name="Ended well"
        value={figures.sessions ? inPercent(figures.sessions.well.share) : "—"}
        means="Sessions in which a suggestion was liked, or kept for later, of all in which there was one."
      />
      <Tile
        name="Answer to words, p95"
        value={said ? inMs(said.p95) : "—"}
        means="95 of 100 messages were answered at least as fast."
        isBad={said !== undefined && said.p95 > 3_000}
      />
      <Tile
        name="Failures"
        value={inWhole(failed)}
        means={`Of ${inWhole(turns)} turns and what belongs to them, in these days.`}
        isBad={failed > 0.01 * turns && failed > 0}
      />
      <Tile
        name="Language model"
        value={state}
        means={circuitMeans}
        isBad={model !== null && model.circuit !== "closed"}
      />
      <Tile
        name="Database"
        value={inBytes(database.bytes)}
        means="The file in which people are remembered, and what waits beside it to be folded in."
      />
      <Tile
        name="Newest copy"
        value={backup ? inAgo(atMs - backup.atMs) : "none"}
        means={
          backup
            ? `${inBytes(backup.bytes)}, made ${inMoment(backup.atMs)} by npx matinee backup.`
            : "npx matinee backup makes one. Whoever is forgotten stays in copies until they are deleted."
        }
        isBad={!backup || atMs - backup.atMs > OLD_COPY_MS}
      />
      <div className="col-span-2 text-sm text-quiet lg:col-span-4">
        <dt className="sr-only">Versions</dt>
        <dd>
          Matinee {versions.matinee}, Node {versions.node}, model <code>{versions.model}</code>
          {model && `, texts by ${model.name}`}
        </dd>
      </div>
    </dl>
  );
}
