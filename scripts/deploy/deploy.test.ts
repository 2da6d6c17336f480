/** The files of the deployment speak of what there is: settings, commands and figures. scripts/deploy/check.sh looks at the rest. */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { createMetrics } from "../../src/operations/metrics.ts";
import { SECTIONS } from "../commands.ts";

const FOLDER = "scripts/deploy";
const read = (file: string): string => readFileSync(join(FOLDER, file), "utf8");
const settings = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!);
const commands = SECTIONS.flatMap((section) => Object.keys(section.commands));

interface Service {
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** As compose resolves them. */
const services: Readonly<Record<string, Service>> = parse(read("compose.yaml"), { merge: true }).services;

test.each(Object.entries(services))(
  "compose's %s runs a command that there is, with settings that there are",
  (_name, { command = [], environment = {} }) => {
    const [first, , then] = command;
    for (const one of first === "schedule" ? [first, then] : first ? [first] : [])
      expect(commands).toContain(one);
    expect([...settings, "TZ"]).toEqual(expect.arrayContaining(Object.keys(environment)));
  },
);

test("what compose takes from .env is a setting, or is explained", () => {
  const compose = read("compose.yaml");
  const explained = readFileSync("scripts/README.md", "utf8");
  const taken = [
    ...compose.matchAll(/(?<!\$)\$\{([A-Z_]+)/g),
    ...compose.matchAll(/^ *#.*?\b([A-Z_]{4,})=/gm),
  ];
  expect(taken.length).toBeGreaterThan(5);
  for (const [, name = ""] of taken)
    expect(
      settings.includes(name) || explained.includes(`\`${name}\``) || explained.includes(`\`${name}=`),
    ).toBe(name && true);
});

test("a backup of what lies in a PostgreSQL is refused with the program that makes one, and with compose's service that does", async () => {
  const backup = fileURLToPath(new URL("../backup.js", import.meta.url));
  const refused = await promisify(execFile)(process.execPath, [backup, "--to", "/backups"], {
    env: { ...process.env, DATABASE_URL: "postgres://localhost/matinee" },
  }).catch((error) => error);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('pg_dump --format=custom --file=/backups/matinee.dump "$DATABASE_URL"');
  const [, named = ""] = /the service ([\w-]+) does that/.exec(refused.stderr) ?? [];
  expect(services[named]?.entrypoint?.at(-1)).toContain("pg_dump --format=custom");
});

test("the image makes settings that there are, and starts a command that there is", () => {
  const dockerfile = read("Dockerfile");
  const made = [...dockerfile.matchAll(/((?:MATINEE|WEB)_[A-Z]+)=/g)].map(([, name]) => name);
  expect(made.length).toBeGreaterThan(0);
  expect(settings).toEqual(expect.arrayContaining(made));
  const health = /HEALTHCHECK [^"]*"node", "[^"]*matinee\.js", "(\w+)"/.exec(dockerfile)![1];
  const begins = /^CMD \["(\w+)"\]/m.exec(dockerfile)![1];
  expect(commands).toEqual(expect.arrayContaining([health, begins]));
});

test.each(readdirSync(join(FOLDER, "systemd")).filter((file) => file.endsWith(".service")))(
  "%s starts a command that there is, with settings that there are",
  (file) => {
    const unit = read(join("systemd", file));
    const [, command] = /^ExecStart=\/usr\/bin\/node dist\/scripts\/matinee\.js (\w+)/m.exec(unit)!;
    expect(commands).toContain(command);
    const made = [...unit.matchAll(/^Environment=(\w+)=/gm)].map(([, name]) => name);
    expect(settings).toEqual(expect.arrayContaining(made));
  },
);

test("what ends by itself is started by a timer of its name, and the manual turns it on", () => {
  const units = readdirSync(join(FOLDER, "systemd"));
  const once = units.filter((file) => /^Type=oneshot$/m.test(read(join("systemd", file))));
  expect(once.length).toBeGreaterThan(0);
  const enabled = /^systemctl enable --now (.*)$/m.exec(readFileSync("scripts/README.md", "utf8"))![1]!;
  const timers = once.map((file) => file.replace(".service", ".timer"));
  expect(enabled.split(" ").filter((unit) => unit.endsWith(".timer"))).toEqual(timers);
  expect(units.filter((file) => file.endsWith(".timer"))).toEqual(timers);
});

test("every night the database is copied and then learned from, whichever way it is deployed", () => {
  const scheduled = Object.values(services).flatMap(({ command = [] }) =>
    command[0] === "schedule" ? [{ at: /:-(\d+) (\d+) /.exec(command[1]!)!, does: command[2] }] : [],
  );
  const minutes = scheduled.map(({ at: [, minute, hour] }) => 60 * Number(hour) + Number(minute));
  expect(scheduled.map(({ does }) => does)).toEqual(["backup", "retrain"]);
  const byTimer = scheduled.map(({ does }) => {
    const [, hour, minute] = /^OnCalendar=.* (\d\d):(\d\d):00$/m.exec(
      read(join("systemd", `matinee-${does}.timer`)),
    )!;
    return 60 * Number(hour) + Number(minute);
  });
  expect(byTimer).toEqual(minutes);
  expect(minutes[1]).toBeGreaterThan(minutes[0]!);
});

test("alarms look at figures that are told, and each is explained", async () => {
  const { registry } = createMetrics({
    store: { waitedFor: async () => [] },
    database: "none.db",
    backups: "none",
    versions: { matinee: "1", model: "1" },
  });
  const told = await registry.getMetricsAsJSON();
  const alerts = read("alerts.yaml");
  const watched = [...alerts.matchAll(/matinee_[a-z_]+/g)].map(([name]) =>
    name.replace(/_(bucket|count|sum)$/, ""),
  );
  expect(watched.length).toBeGreaterThan(0);
  for (const name of watched) expect(told.map((one) => one.name)).toContain(name);
  const explained = readFileSync("scripts/README.md", "utf8");
  for (const [, alarm] of alerts.matchAll(/alert: (\w+)/g)) expect(explained).toContain(`\`${alarm}\``);
});
