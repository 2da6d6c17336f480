/** What the scripts share on the command line. */
import { execFile } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { dirname, isAbsolute } from "node:path";
import { promisify } from "node:util";
import { SingleBar } from "cli-progress";
import { InvalidArgumentError } from "commander";
import { z } from "zod";
import { makeFolder } from "../src/files/make-folder.ts";
import { isPostgres } from "../src/store/address.ts";

/** For an option of commander. @throws InvalidArgumentError, of which commander makes a sentence */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}

/** For an option of which there must be some. @throws InvalidArgumentError */
export function atLeastOne(text: string): number {
  if (!/^0*[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("Expected a whole number from 1.");
  return Number(text);
}

/** Many times the cores of any machine. */
const MOST_THREADS = 256;

/** How many threads are to work. @throws InvalidArgumentError */
export function threadCount(text: string): number {
  const threads = atLeastOne(text);
  if (threads > MOST_THREADS) throw new InvalidArgumentError(`Expected ${MOST_THREADS} at the most.`);
  return threads;
}

/** From 0 to 1, without 1. @throws InvalidArgumentError */
export function share(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value < 1))
    throw new InvalidArgumentError("Expected a share from 0 to less than 1.");
  return value;
}

/** A day of the calendar, as 2026-11-21. @throws InvalidArgumentError */
export function day(text: string): string {
  const isDay = z.iso.date().safeParse(text).success;
  if (!isDay) throw new InvalidArgumentError("Expected a day of the calendar, such as 2026-11-21.");
  return text;
}

/** A moment, as 2026-11-21T04:00:00Z, in milliseconds since 1970. @throws InvalidArgumentError */
export function moment(text: string): number {
  if (!z.iso.datetime({ offset: true }).safeParse(text).success)
    throw new InvalidArgumentError("Expected a moment, such as 2026-11-21T04:00:00Z.");
  return Date.parse(text);
}

/** An address on the web. @throws InvalidArgumentError */
export function address(text: string): string {
  if (!/^https?:/i.test(text) || !URL.canParse(text))
    throw new InvalidArgumentError("Expected an address, such as http://127.0.0.1:8080.");
  return text;
}

/** @throws Error saying what to give instead, where a file to be read is a folder or not there */
export function mustBeFile(file: string, expected: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new Error(`${file}: no such file. Give ${expected}.`);
  if (found.isDirectory()) throw new Error(`${file} is a folder. Give ${expected}.`);
}

/** @throws Error where people are to be remembered in a file that is not there */
export function mustBeDatabase(where: string): void {
  if (!isPostgres(where)) mustBeFile(where, "the database that people are remembered in");
}

/** Makes a folder to write to, before the work that is to be written. @throws Error where nothing can be written there */
export function makeRoom(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new Error(`${folder} cannot be written to (${(cause as Error).message}). Name another place.`, {
      cause,
    });
  }
}

/** Makes the folder that a file will be written to. @throws Error where nothing can be written there */
export function makeRoomFor(file: string): void {
  makeRoom(dirname(file));
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${file} is a folder. Name a file to write to.`);
}

/** Runs a program that prints one line of JSON. @throws Error with the last thing the program complained of */
export async function printed<T>(program: string, args: readonly string[]): Promise<T> {
  try {
    const { stdout } = await promisify(execFile)(program, args);
    return JSON.parse(stdout);
  } catch (cause) {
    const { stderr, message } = cause as Error & { stderr?: string };
    throw new Error(stderr?.trim().split("\n").at(-1) || message, { cause });
  }
}

/** Whoever reads what is written, as "head" does, has had enough: so has the script. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}

/** Runs a script; what goes wrong is a sentence, not a stack, and makes the exit code 1. */
export async function run(main: (args: string[]) => Promise<unknown>): Promise<void> {
  if (!process.stdout.listeners("error").includes(endWithReader)) process.stdout.on("error", endWithReader);
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}

/** What to do about what the system refuses. */
const REFUSED: Readonly<Record<string, string>> = {
  ENOENT: "not there. Name another, or make it first.",
  EEXIST: "a file, where a folder is needed. Name another.",
  ENOTDIR: "something on the way to it is no folder. Name another.",
  EISDIR: "a folder, where a file is needed. Name a file.",
  EACCES: "may not be read or written by this user. Change its rights, or name another.",
  EPERM: "may not be read or written by this user. Change its rights, or name another.",
  EROFS: "lies where nothing can be written. Name another.",
  ENOSPC: "there is no room left on that disk. Make some, or name another place.",
};

function sentenceOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code = "", path } = error as NodeJS.ErrnoException;
  const what = REFUSED[code];
  if (what === undefined) return error.message;
  const isSeenFromHere = code === "ENOENT" && path !== undefined && !isAbsolute(path);
  return `${path ?? "What was named"}: ${isSeenFromHere ? `not in ${process.cwd()}. Type this in Matinee's own folder, or name another.` : what}`;
}

export interface ProgressBar {
  /** Of several tasks one after the other, each under its name. */
  show(task: string, done: number, total?: number): void;
  stop(): void;
}

/** One bar for whatever is under way; silent where there is no terminal. */
export function progressBar(): ProgressBar {
  const bar = new SingleBar({
    format: "{bar} {percentage}%  {task}",
    hideCursor: true,
    clearOnComplete: true,
    noTTYOutput: false,
  });
  let current: string | undefined;
  const stop = () => {
    if (current !== undefined) bar.stop();
    current = undefined;
  };
  return {
    stop,
    show(task, done, total = done) {
      if (current !== task) {
        stop();
        bar.start(total, 0, { task });
        current = task;
      }
      bar.update(done);
    },
  };
}

/** What is done with a file of so many bytes. */
export const withSize = (task: string, bytes: number | undefined): string =>
  bytes === undefined ? task : `of ${(bytes / 1e6).toFixed(1)} MB  ${task}`;
