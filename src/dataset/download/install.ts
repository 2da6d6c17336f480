import { cp, mkdir, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { makeFolder } from "../../files/make-folder.ts";
import { DatasetError } from "../dataset-error.ts";
import { type DatasetReport, readDataset } from "../read-dataset.ts";
import type { ReadProgress } from "../source-folder.ts";
import { type FetchOptions, fetchFile, fetchMd5 } from "./fetch-file.ts";
import {
  PUBLISHED_DATASETS,
  PUBLISHER_URLS,
  type PublishedDataset,
  type PublisherUrls,
} from "./published.ts";
import { unzip } from "./unzip.ts";

const ELSEWHERE = "Mend that, or name another place with --downloads.";

export interface InstallOptions extends FetchOptions {
  /** Folder that holds one folder per data set; made when missing. */
  readonly downloads: string;
  /** A folder or zip at hand, taken instead of a download. */
  readonly from?: string | undefined;
  /** Take it anew although it is there. Default false. */
  readonly force?: boolean | undefined;
  readonly urls?: PublisherUrls | undefined;
  readonly onRead?: ((progress: ReadProgress) => void) | undefined;
}

export interface Installed {
  readonly folder: string;
  readonly wasThere: boolean;
  readonly report: DatasetReport;
  /** Absent for a data set of your own. */
  readonly licence?: string;
}

/**
 * Puts a data set under the downloads, read once in full to see that it is sound. It is gathered in a
 * temporary folder beside its place and renamed into it at the end: there is all of it or nothing, and what an
 * interrupted run left is cleared by the next.
 *
 * @param name one of PUBLISHED_DATASETS, or any name along with `from`
 * @throws DatasetError
 */
export async function installDataset(name: string, options: InstallOptions): Promise<Installed> {
  const { downloads, from, force = false, urls = PUBLISHER_URLS } = options;
  if (!/^[\w.-]+$/.test(name) || name.startsWith(".")) {
    throw new DatasetError(
      { file: name },
      "not a name for a folder",
      "Use letters, digits, '-', '_' and '.'.",
    );
  }
  const published = PUBLISHED_DATASETS.find((candidate) => candidate.name === name);
  const licence = published && { licence: published.licence };
  const folder = join(downloads, name);
  const read = async (path: string) =>
    (await readDataset(path, { ...(options.onRead && { onProgress: options.onRead }) })).report;

  if (!force && from === undefined && (await exists(folder)))
    return { folder, wasThere: true, report: await read(folder), ...licence };

  if (from === undefined && published === undefined) throw unknownDataset(name);
  const partial = join(downloads, `${partialPrefix(name)}${process.pid}`);
  try {
    makeFolder(downloads);
    await clearPartial(downloads, name);
    await mkdir(partial);
    if (from !== undefined) await take(from, partial, options.signal);
    else await fetchPublished(published!, partial, urls, options);
    const report = await read(partial).catch((error) => {
      throw from === undefined ? error : namingThe(from, partial, error);
    });
    if (from !== undefined && published !== undefined) checkIsThat(published, report, from);
    options.signal?.throwIfAborted();
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    return { folder, wasThere: false, report: under(folder, report), ...licence };
  } catch (error) {
    throw isOfTheSystem(error) ? unusable(error, downloads) : error;
  } finally {
    await rm(partial, { recursive: true, force: true }).catch(() => {}); // where it could not even be made
  }
}

/** A copy that is given by a published name must be that set: whatever is made from it is called by the name. */
function checkIsThat({ name, holds }: PublishedDataset, report: DatasetReport, from: string): void {
  const isLike = (other: PublishedDataset["holds"]) =>
    other.format === report.format && (other.ratings === undefined || other.ratings === report.ratings);
  const other = PUBLISHED_DATASETS.find(
    (published) =>
      published.name !== name && published.holds.ratings !== undefined && isLike(published.holds),
  );
  if (isLike(holds) && !other) return;
  const expected = holds.ratings === undefined ? holds.format : `${holds.ratings} ratings [${holds.format}]`;
  throw new DatasetError(
    { file: from },
    `not ${name}: ${report.ratings} ratings [${report.format}]${other ? `, as ${other.name} has` : ""}, expected ${expected}`,
    `Give the copy of ${name}, or call this one ${other?.name ?? "by a name of its own"}.`,
  );
}

type SystemError = Error & { readonly syscall: string; readonly path?: string };

/** A full disk, a folder that may not be written to, a file that may not be read. */
const isOfTheSystem = (error: unknown): error is SystemError => error instanceof Error && "syscall" in error;

const unusable = (cause: SystemError, downloads: string): DatasetError =>
  new DatasetError(
    { file: cause.path ?? downloads },
    `cannot be read or written (${cause.message})`,
    ELSEWHERE,
    { cause },
  );

async function take(from: string, folder: string, signal: AbortSignal | undefined): Promise<void> {
  const source = await stat(from).catch((cause: unknown) => {
    const remedy = "Give the path of a folder or zip after --from.";
    throw new DatasetError({ file: from }, "no such folder or zip", remedy, { cause });
  });
  if (source.isDirectory()) {
    const isInside = !relative(await realpath(from), await realpath(folder)).startsWith("..");
    if (isInside)
      throw new DatasetError({ file: from }, "it holds the folder that it is to be copied to", ELSEWHERE);
    await cp(from, folder, { recursive: true, dereference: true });
  } else await unzip(from, folder, { signal });
}

async function fetchPublished(
  { source }: PublishedDataset,
  folder: string,
  urls: PublisherUrls,
  options: FetchOptions,
): Promise<void> {
  const base = urls[source.publisher].replace(/\/$/, "");
  switch (source.kind) {
    case "zip": {
      const url = `${base}/${source.path}`;
      const zip = join(folder, basename(source.path));
      const hex = await fetchMd5(`${url}.md5`, options);
      await fetchFile(url, zip, { algorithm: "md5", hex }, options);
      await unzip(zip, folder, options);
      await rm(zip);
      break;
    }
    case "files":
      for (const { name, sha256 } of source.files) {
        const url = `${base}/${source.folder}/${name}`;
        await fetchFile(url, join(folder, name), { algorithm: "sha256", hex: sha256 }, options);
      }
  }
}

/** The process id follows; the dot in front keeps it out of the way. */
const partialPrefix = (name: string) => `.${name}.partial-`;

async function clearPartial(downloads: string, name: string): Promise<void> {
  for (const entry of await readdir(downloads)) {
    if (entry.startsWith(partialPrefix(name)))
      await rm(join(downloads, entry), { recursive: true, force: true });
  }
}

/** The report with its files where they have moved to. */
function under(folder: string, report: DatasetReport): DatasetReport {
  return {
    ...report,
    files: report.files.map((file) => ({ ...file, file: join(folder, basename(file.file)) })),
  };
}

/** A fault of the copy, told of the place that it was copied from. */
const namingThe = (from: string, partial: string, error: unknown): unknown =>
  error instanceof DatasetError
    ? new DatasetError(
        { file: error.file.replace(partial, from), ...(error.line !== undefined && { line: error.line }) },
        error.found,
        error.remedy,
        { cause: error },
      )
    : error;

function unknownDataset(name: string): DatasetError {
  const names = PUBLISHED_DATASETS.map((published) => published.name).join(", ");
  return new DatasetError(
    { file: name },
    "not a data set that can be downloaded",
    `Choose one of ${names}, or take your own with --from <folder or zip>.`,
  );
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
