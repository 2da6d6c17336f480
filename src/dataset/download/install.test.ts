import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Zippable, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { startPublisher, type TestPublisher } from "../testing/publisher.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { generateWorld } from "../testing/world.ts";
import { writeDataset } from "../testing/write-dataset.ts";
import { installDataset } from "./install.ts";
import { PUBLISHED_DATASETS } from "./published.ts";

const world = generateWorld({ users: 10, movies: 30, groups: 2, ratingsPerUser: 10, seed: 1 }).dataset;

async function worldFolder(): Promise<string> {
  const folder = join(await temporaryFolder(), "copy");
  await writeDataset(folder, world, "ml-csv");
  return folder;
}

/** The world zipped as GroupLens zips: everything in one folder. */
async function worldZip(topFolder = "ml-latest-small/"): Promise<Uint8Array> {
  const folder = await worldFolder();
  const entries: Zippable = {};
  for (const file of await readdir(folder)) entries[topFolder + file] = await readFile(join(folder, file));
  return zipSync(entries);
}

const urlsOf = ({ url }: TestPublisher) => ({ grouplens: url, movietweetings: url });

test("downloads, checks, unpacks and reads a data set, and tells how far it is", async () => {
  const publisher = await startPublisher();
  const zip = await worldZip();
  publisher.putZip("ml-latest-small.zip", zip);
  const downloads = join(await temporaryFolder(), "data", "downloads");
  const progress: number[] = [];
  const installed = await installDataset("ml-latest-small", {
    downloads,
    urls: urlsOf(publisher),
    onProgress: ({ bytesRead }) => progress.push(bytesRead),
  });
  expect(installed).toMatchObject({
    folder: join(downloads, "ml-latest-small"),
    wasThere: false,
    report: { format: "MovieLens CSV", ratings: 100, users: 10, movies: 30 },
    licence: expect.stringContaining("10.1145/2827872"),
  });
  expect(installed.report.files[0]!.file).toBe(join(downloads, "ml-latest-small", "ratings.csv"));
  expect(progress.at(-1)).toBe(zip.length);
  expect(await readdir(downloads)).toEqual(["ml-latest-small"]);
  expect((await readdir(installed.folder)).sort()).toEqual(["links.csv", "movies.csv", "ratings.csv"]);
});

test("asks the publisher nothing when the data set is there, unless forced", async () => {
  const publisher = await startPublisher();
  publisher.putZip("ml-latest-small.zip", await worldZip());
  const options = { downloads: await temporaryFolder(), urls: urlsOf(publisher) };
  await installDataset("ml-latest-small", options);
  const asked = publisher.requests.length;
  expect(await installDataset("ml-latest-small", options)).toMatchObject({
    wasThere: true,
    report: { ratings: 100 },
  });
  expect(publisher.requests).toHaveLength(asked);
  expect(await installDataset("ml-latest-small", { ...options, force: true })).toMatchObject({
    wasThere: false,
  });
  expect(publisher.requests).toHaveLength(2 * asked);
});

test("takes a folder or a zip at hand, under any name", async () => {
  const downloads = await temporaryFolder();
  const folder = await worldFolder();
  const zip = join(await temporaryFolder(), "mine.zip");
  await writeFile(zip, await worldZip(""));
  expect((await installDataset("mine", { downloads, from: folder })).report.ratings).toBe(100);
  const zipped = await installDataset("mine-too", { downloads, from: zip });
  expect(zipped.report.ratings).toBe(100);
  expect(zipped).not.toHaveProperty("licence");
  expect((await readdir(downloads)).sort()).toEqual(["mine", "mine-too"]);
});

test("takes the copy that is named, though a data set of that name is there", async () => {
  const downloads = await temporaryFolder();
  await installDataset("mine", { downloads, from: await worldFolder() });
  const another = join(await temporaryFolder(), "another");
  const larger = { users: 20, movies: 30, groups: 2, ratingsPerUser: 10, seed: 2 };
  await writeDataset(another, generateWorld(larger).dataset, "ml-csv");
  const again = await installDataset("mine", { downloads, from: another });
  expect(again).toMatchObject({ wasThere: false, report: { ratings: 200 } });
  expect((await installDataset("mine", { downloads })).report.ratings).toBe(200);
});

test("what is wrong with a copy is told of the place that it was given from", async () => {
  const from = await temporaryFolder();
  await writeFile(join(from, "notes.txt"), "");
  const installing = installDataset("mine", { downloads: await temporaryFolder(), from });
  await expect(installing).rejects.toMatchObject({
    file: from,
    message: expect.stringContaining(`${from}: no known`),
  });
});

describe("a copy by the name of a published set must be that set", () => {
  test.each([
    [
      "of another format",
      "ml-100k",
      /not ml-100k: 100 ratings \[MovieLens CSV\], expected 100000 ratings \[MovieLens 100K\]/,
    ],
    ["of another size", "ml-25m", /not ml-25m: 100 ratings .* expected 25000095 ratings .*a name of its own/],
  ])("and not one %s", async (_, name, message) => {
    const downloads = await temporaryFolder();
    await expect(installDataset(name, { downloads, from: await worldFolder() })).rejects.toThrow(message);
    expect(await readdir(downloads)).toEqual([]);
  });

  test("and is named where it is another published one", async () => {
    const [downloads, from] = [await temporaryFolder(), join(await temporaryFolder(), "copy")];
    const counts = { users: 1_000, movies: 400, groups: 2, ratingsPerUser: 100, seed: 1 };
    await writeDataset(from, generateWorld(counts).dataset, "ml-100k");
    await expect(installDataset("ml-1m", { downloads, from })).rejects.toThrow(
      /, as ml-100k has, .*call this one ml-100k/,
    );
    expect((await installDataset("ml-100k", { downloads, from })).report.ratings).toBe(100_000);
  });
});

test("a place that cannot be written to, and a copy that cannot be read, are said in a sentence", async () => {
  const file = join(await temporaryFolder(), "file");
  await writeFile(file, "");
  const from = await worldFolder();
  for (const downloads of [file, join(file, "downloads"), "/proc/nowhere/downloads"]) {
    const install = installDataset("mine", { downloads, from });
    await expect(install).rejects.toMatchObject({ name: "DatasetError" });
    await expect(install).rejects.toThrow(/cannot be read or written \(.*--downloads/);
  }
  const inside = installDataset("mine", { downloads: join(from, "downloads"), from });
  await expect(inside).rejects.toThrow(/it holds the folder that it is to be copied to.*--downloads/);
});

test("MovieTweetings' files are held to the checksums known here", async () => {
  const publisher = await startPublisher();
  publisher.put("snapshots/100K/movies.dat", "0113277::Heat (1995)::Crime\n");
  const install = installDataset("movietweetings-100k", {
    downloads: await temporaryFolder(),
    urls: urlsOf(publisher),
  });
  await expect(install).rejects.toThrow(
    /movies\.dat: sha256 .* expected e63fb84b.*not the published file.*--from/,
  );
});

test.each<[string, RegExp, (publisher: TestPublisher, zip: Uint8Array) => void]>([
  [
    "the bytes are others",
    /md5 .* expected 0{32}: not the published file/,
    (publisher, zip) => {
      publisher.put("ml-latest-small.zip", zip);
      publisher.put("ml-latest-small.zip.md5", `${"0".repeat(32)}  ml-latest-small.zip`);
    },
  ],
  [
    "the download breaks off",
    /broke off after \d+ bytes/,
    (publisher, zip) => {
      publisher.putZip("ml-latest-small.zip", zip);
      publisher.put("ml-latest-small.zip", (response) => {
        response.writeHead(200, { "content-length": zip.length });
        response.write(zip.subarray(0, 500), () => response.destroy());
      });
    },
  ],
  [
    "it was made to fill the disk",
    /ml-latest-small\.zip: .* unpack to 70\.0 MB/,
    (publisher) => {
      const bomb = zipSync({ "ml-latest-small/ratings.csv": new Uint8Array(70_000_000) });
      publisher.putZip("ml-latest-small.zip", bomb);
    },
  ],
  [
    "it is longer than anything that is published",
    /more than 4294967296 bytes/,
    (publisher, zip) => {
      publisher.putZip("ml-latest-small.zip", zip);
      publisher.put("ml-latest-small.zip", (response) => {
        response.writeHead(200, { "content-length": 5 * 2 ** 30 }).write(zip);
      });
    },
  ],
  [
    "the checksum file has no end",
    /\.md5: more than 65536 bytes/,
    (publisher) => publisher.put("ml-latest-small.zip.md5", "x".repeat(1_000_000)),
  ],
  ["the publisher has no such file", /answered 404/, () => {}],
  [
    "the checksum file holds none",
    /\.md5: no MD5 in it/,
    (publisher) => {
      publisher.put("ml-latest-small.zip.md5", "<html>moved</html>");
    },
  ],
  [
    "it is no zip",
    /not a sound zip/,
    (publisher) => publisher.putZip("ml-latest-small.zip", Buffer.from("hello")),
  ],
  [
    "it holds another thing",
    /no known data set/,
    (publisher) => {
      publisher.putZip("ml-latest-small.zip", zipSync({ "a/cat.jpg": Buffer.from("meow") }));
    },
  ],
  [
    "an entry climbs out of the folder",
    /not a sound zip \(.*\.\./,
    (publisher) => {
      publisher.putZip("ml-latest-small.zip", zipSync({ "../evil.txt": Buffer.from("boo") }));
    },
  ],
])("leaves nothing when %s", async (_, message, publish) => {
  const publisher = await startPublisher();
  publish(publisher, await worldZip());
  const downloads = join(await temporaryFolder(), "downloads");
  const install = installDataset("ml-latest-small", { downloads, urls: urlsOf(publisher) });
  await expect(install).rejects.toThrow(message);
  await expect(install).rejects.toMatchObject({ name: "DatasetError" });
  expect(await readdir(downloads)).toEqual([]);
  expect(await readdir(join(downloads, ".."))).toEqual(["downloads"]);
});

test("an interruption leaves nothing, and what a killed run left the next one clears", async () => {
  const publisher = await startPublisher();
  const zip = await worldZip();
  publisher.putZip("ml-latest-small.zip", zip);
  publisher.put("ml-latest-small.zip", (response) => {
    response.writeHead(200, { "content-length": zip.length }).write(zip.subarray(0, 500)); // and then nothing
  });
  const downloads = await temporaryFolder();
  await mkdir(join(downloads, ".ml-latest-small.partial-12345"));
  const interruption = new AbortController();
  const install = installDataset("ml-latest-small", {
    downloads,
    urls: urlsOf(publisher),
    signal: interruption.signal,
    onProgress: () => interruption.abort(),
  });
  await expect(install).rejects.toMatchObject({ name: "AbortError" });
  expect(await readdir(downloads)).toEqual([]);
});

test("an interruption while it unpacks or reads leaves nothing either", async () => {
  const downloads = await temporaryFolder();
  const zip = join(await temporaryFolder(), "mine.zip");
  await writeFile(zip, await worldZip());
  const unpacking = installDataset("mine", { downloads, from: zip, signal: AbortSignal.abort() });
  await expect(unpacking).rejects.toMatchObject({ name: "AbortError" });
  const interruption = new AbortController();
  const reading = installDataset("mine", {
    downloads,
    from: zip,
    signal: interruption.signal,
    onRead: () => interruption.abort(),
  });
  await expect(reading).rejects.toMatchObject({ name: "AbortError" });
  expect(await readdir(downloads)).toEqual([]);
});

test("a failed renewal keeps what was there", async () => {
  const downloads = await temporaryFolder();
  const publisher = await startPublisher();
  publisher.putZip("ml-latest-small.zip", await worldZip());
  await installDataset("ml-latest-small", { downloads, urls: urlsOf(publisher) });
  publisher.put("ml-latest-small.zip", (response) => void response.writeHead(404).end());
  const renewal = installDataset("ml-latest-small", { downloads, urls: urlsOf(publisher), force: true });
  await expect(renewal).rejects.toThrow("404");
  expect((await installDataset("ml-latest-small", { downloads })).report.ratings).toBe(100);
});

test("names that are unknown, or no names, are refused with the choice there is", async () => {
  const downloads = await temporaryFolder();
  await expect(installDataset("ml-latest-smal", { downloads })).rejects.toThrow(
    `Choose one of ${PUBLISHED_DATASETS.map(({ name }) => name).join(", ")}`,
  );
  await expect(installDataset("../x", { downloads })).rejects.toThrow("not a name for a folder");
  await expect(installDataset("mine", { downloads, from: "/nowhere" })).rejects.toThrow(
    "no such folder or zip",
  );
});

test("the script downloads from the address it is given and prints report and licence", async () => {
  const publisher = await startPublisher();
  publisher.putZip("ml-latest-small.zip", await worldZip());
  const script = fileURLToPath(new URL("../../../scripts/data.js", import.meta.url));
  const downloads = await temporaryFolder();
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [script, ...args, "--downloads", downloads], {
      env: { ...process.env, MATINEE_GROUPLENS_URL: publisher.url },
    });
  const { stdout } = await run("ml-latest-small");
  expect(stdout).toContain("ml-latest-small is in place");
  expect(stdout).toContain("MovieLens CSV: 100 ratings by 10 users of 30 movies");
  expect(stdout).toContain("Licence: GroupLens");
  await expect(run("ml-1m")).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("answered 404"),
  });
});
