/**
 * Looks how a model on trial does: it goes where people clearly like less, and stays for good where it has stood so many days.
 * Usage: npx matinee models check --days 3
 */
import { command } from "../src/host/command.ts";
import { filesBeside, readConfig } from "../src/host/config.ts";
import { modelsBeside } from "../src/operations/models/models-folder.ts";
import { decidingOn } from "../src/operations/models/shared-serving.ts";
import { checkTrial } from "../src/operations/models/trial.ts";
import { atLeastOne, run } from "./command-line.ts";

const DAY_MS = 86_400_000;

await run(async (args) => {
  const { db, days, json } = command("models check", "matinee models check --days 3")
    .description("Compares what people make of a model on trial with what they make of the champion.")
    .option("--db <where>", "where people are remembered", readConfig().database)
    .option("--days <n>", "a model that has stood so many is served to all", atLeastOne, 3)
    .option("--json", "as JSON")
    .parse(args, { from: "user" })
    .opts<{ db: string; days: number; json?: true }>();
  const models = modelsBeside(filesBeside(db));
  const trial = await decidingOn(db, models, () => checkTrial(models, db, Date.now(), days * DAY_MS));
  if (json) console.log(JSON.stringify(trial ?? null));
  else if (!trial) console.log("No model is on trial.");
  else {
    const arm = ({ people, answered, share }: typeof trial.champion) =>
      `${(100 * share).toFixed(1)} % of ${answered} answers by ${people} people`;
    const [low, high] = trial.lead.interval.map((value) => (100 * value).toFixed(1));
    console.log(
      `Liked under ${trial.version}: ${arm(trial.challenger)}. Under the champion: ${arm(trial.champion)}.`,
    );
    console.log(
      trial.is === "unknown"
        ? "Too few answers to tell."
        : `95 % of the difference lies between ${low} and ${high} points.`,
    );
    console.log(
      {
        "goes on": "The trial goes on.",
        back: "It is clearly worse: all are served by the champion again.",
        promoted: "It stood its trial: all are served by it.",
      }[trial.outcome],
    );
  }
});
