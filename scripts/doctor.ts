/**
 * Looks at everything that Matinee needs on this machine and of others, and says how to mend what is wrong.
 * Usage: npx matinee doctor
 */
import picocolors from "picocolors";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { run } from "./command-line.ts";
import { type Finding, found } from "./doctor/check.ts";
import { machineChecks } from "./doctor/machine.ts";
import { serviceChecks } from "./doctor/services.ts";

const SIGNS: Readonly<Record<Finding["is"], string>> = {
  well: picocolors.green("✓"),
  fault: picocolors.red("✗"),
  unused: picocolors.dim("–"),
};

async function main(args: readonly string[]): Promise<void> {
  const { offline, json } = command("doctor")
    .description(
      "Looks at everything that Matinee needs, changes nothing, and says how to mend what is wrong.",
    )
    .option("--offline", "look at this machine alone, and ask nobody else")
    .option("--json", "tell what was found as JSON")
    .parse(args, { from: "user" })
    .opts<{ offline?: true; json?: true }>();
  const config = readConfig(); // brings in .env
  const checks = [...machineChecks(config), ...(offline ? [] : serviceChecks(process.env))];
  const width = Math.max(...checks.map(({ name }) => name.length));
  const findings = [];
  for (const check of checks) {
    const finding = await found(check);
    findings.push({ name: check.name, ...finding });
    if (!json) console.log(`${SIGNS[finding.is]} ${check.name.padEnd(width)}  ${finding.says}`);
  }
  const faults = findings.filter(({ is }) => is === "fault").length;
  if (json) console.log(JSON.stringify(findings, undefined, 2));
  else if (faults === 0) console.log("\nAll is well.");
  else console.log(`\n${faults === 1 ? "One thing is" : `${faults} things are`} to be mended.`);
  if (faults > 0) process.exitCode = 1;
}

await run(main);
