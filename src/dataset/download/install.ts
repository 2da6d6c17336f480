import { cp, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
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

  if (!force && (await exists(folder)))
    return { folder, wasThere: true, report: await read(folder), ...licence };

  await mkdir(downloads, { recursive: true });
  await clearPartial(downloads, name);
  const partial = join(downloads, `${partialPrefix(name)}${process.pid}`);
  await mkdir(partial);
  try {
    if (from !== undefined) await take(from, partial, options.signal);
    else if (published !== undefined) await fetchPublished(published, partial, urls, options);
    else throw unknownDataset(name);
    const report = await read(partial);
    options.signal?.throwIfAborted();
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    return { folder, wasThere: false, report: under(folder, report), ...licence };
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function take(from: string, folder: string, signal: AbortSignal | undefined): Promise<void> {
  const source = await stat(from).catch((cause: unknown) => {
    const remedy = "Give the path of a folder or zip after --from.";
    throw new DatasetError({ file: from }, "no such folder or zip", remedy, { cause });
  });
  if (source.isDirectory()) await cp(from, folder, { recursive: true, dereference: true });
  else await unzip(from, folder, signal);
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
      await unzip(zip, folder, options.signal);
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
