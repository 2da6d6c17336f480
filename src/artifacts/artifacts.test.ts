import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { cp, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { createRandom } from "../numerics/random.ts";
import { ArtifactError } from "./artifact-error.ts";
import { FILES, MANIFEST } from "./manifest.ts";
import type { Model } from "./model.ts";
import { encodeNpy } from "./npy.ts";
import { readArtifacts } from "./read-artifacts.ts";
import { type DiskStep, recordDisk } from "./testing/record-disk.ts";
import { tinyModel, tinyOptions } from "./testing/tiny-model.ts";
import { writeArtifacts } from "./write-artifacts.ts";

const OLD = tinyModel(1);
const NEW = tinyModel(2);

/** A folder with the old model. */
async function oldFolder(): Promise<string> {
  const folder = join(await temporaryFolder(), "artifacts");
  await writeArtifacts(folder, OLD, tinyOptions);
  return folder;
}

async function failure(folder: string): Promise<string> {
  const error = await readArtifacts(folder).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ArtifactError);
  const { message } = error as ArtifactError;
  expect(message).toContain("npm run train");
  expect(message).toContain("git checkout -- artifacts");
  return message;
}

describe("a model written to a folder", () => {
  test("is read as it was", async () => {
    expect(await readArtifacts(await oldFolder())).toEqual(OLD);
  });

  test("may know no traits: there is no file of them then, and an older model has none", async () => {
    const folder = await oldFolder();
    const plain = { ...OLD, traits: new Map<string, Uint8Array>() };
    const { files, version } = await writeArtifacts(folder, plain, tinyOptions);
    expect(Object.keys(files)).not.toContain(FILES.traits);
    expect(await readdir(folder)).not.toContain(FILES.traitNames);
    expect(await readArtifacts(folder)).toEqual({ ...plain, version });
  });

  test("may hold no film that was placed: there is no file of them then, and an older model has none", async () => {
    const folder = await oldFolder();
    const { placement: _, ...plain } = OLD;
    const { files, version } = await writeArtifacts(folder, plain, tinyOptions);
    expect(Object.keys(files)).not.toContain(FILES.placement);
    expect(await readdir(folder)).not.toContain(FILES.placement);
    expect(await readArtifacts(folder)).toEqual({ ...plain, version });
  });

  test("may know how much its people weigh, and an older model does not", async () => {
    const folder = await oldFolder();
    const knowing = { ...OLD, prior: { ...OLD.prior, strength: 0.2 } };
    const { version } = await writeArtifacts(folder, knowing, tinyOptions);
    expect(version).not.toBe(OLD.version);
    expect(await readArtifacts(folder)).toEqual({ ...knowing, version });
  });

  test.each([0, -0.1, 101])("is refused where its people are to weigh %d", async (strength) => {
    const folder = await oldFolder();
    const wrong = { ...OLD, prior: { ...OLD.prior, strength } };
    await expect(writeArtifacts(folder, wrong, tinyOptions)).rejects.toThrow(ArtifactError);
    expect(await readArtifacts(folder)).toEqual(OLD);
  });

  test("leaves nothing beside the folder, whatever slash or dot its name has", async () => {
    const folder = await oldFolder();
    await writeArtifacts(`${folder}/`, NEW, tinyOptions);
    await writeArtifacts(join(folder, "..", ".", "artifacts"), NEW, tinyOptions);
    expect(await readdir(join(folder, ".."))).toEqual(["artifacts"]);
    expect((await readdir(folder)).sort()).toEqual([MANIFEST, ...Object.values(FILES)].sort());
    expect(await readArtifacts(`${folder}/`)).toEqual(NEW);
  });

  test("is the same files for the same model and card", async () => {
    const [one, other] = [await oldFolder(), await oldFolder()];
    for (const name of await readdir(one)) {
      expect(await readFile(join(one, name))).toEqual(await readFile(join(other, name)));
    }
  });

  test("carries its model card, and the map from the data set's ids to rows", async () => {
    const folder = await oldFolder();
    const manifest = JSON.parse(await readFile(join(folder, MANIFEST), "utf8"));
    expect(manifest).toMatchObject({ format: 2, version: OLD.version, ...tinyOptions.card });
    const map = JSON.parse(await readFile(join(folder, FILES.map), "utf8"));
    expect(map).toEqual({ "0": 0, "10": 1, "20": 2, "30": 3, "40": 4 });
  });

  test("keeps the files in the folder that are not its own, those in subfolders too", async () => {
    const folder = await oldFolder();
    await writeFile(join(folder, "NOTICE.md"), "conditions");
    await mkdir(join(folder, "moods"));
    await writeFile(join(folder, "moods", FILES.movies), "not the model's");
    await writeArtifacts(folder, NEW, tinyOptions);
    expect(await readFile(join(folder, "NOTICE.md"), "utf8")).toBe("conditions");
    expect(await readFile(join(folder, "moods", FILES.movies), "utf8")).toBe("not the model's");
    expect(await readArtifacts(folder)).toEqual(NEW);
  });

  test("is not written when it says what a reader could not use, and the old one stays", async () => {
    const folder = await oldFolder();
    const nameless = { ...NEW, movies: NEW.movies.map((movie) => ({ ...movie, id: "" })) };
    await expect(writeArtifacts(folder, nameless, tinyOptions)).rejects.toThrow();
    const short = { ...NEW, movies: NEW.movies.slice(1) };
    const endless: Model = { ...NEW, embeddings: NEW.embeddings.map(() => Number.POSITIVE_INFINITY) };
    await expect(writeArtifacts(folder, endless, tinyOptions)).rejects.toThrow(/holds Infinity/);
    await expect(writeArtifacts(folder, short, tinyOptions)).rejects.toThrow();
    expect(await readArtifacts(folder)).toEqual(OLD);
  });
});

describe("a model that is not as it was written", () => {
  test("is refused when its folder is not there", async () => {
    expect(await failure(join(await temporaryFolder(), "nowhere"))).toContain(
      "nowhere/manifest.json: cannot be read",
    );
  });

  test.each([MANIFEST, ...Object.values(FILES)])("is refused without %s", async (name) => {
    const folder = await oldFolder();
    await rm(join(folder, name));
    expect(await failure(folder)).toContain(`${name}: cannot be read`);
  });

  test.each(Object.values(FILES))("is refused with %s cut short", async (name) => {
    const folder = await oldFolder();
    const { length } = await readFile(join(folder, name));
    await truncate(join(folder, name), length - 1);
    expect(await failure(folder)).toContain(`${length - 1} bytes, expected ${length}`);
  });

  test.each(Object.values(FILES))("is refused with one bit of %s turned", async (name) => {
    const folder = await oldFolder();
    const bytes = await readFile(join(folder, name));
    bytes[bytes.length - 1]! ^= 1;
    await writeFile(join(folder, name), bytes);
    expect(await failure(folder)).toContain(`${name}: altered`);
  });

  /** Puts other bytes in a file's place, and their hash in the manifest's. */
  async function forge(folder: string, name: string, bytes: Buffer): Promise<void> {
    const manifest = JSON.parse(await readFile(join(folder, MANIFEST), "utf8"));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    manifest.files[name] = { bytes: bytes.length, sha256 };
    await writeFile(join(folder, name), bytes);
    await writeFile(join(folder, MANIFEST), JSON.stringify(manifest));
  }

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "is refused with %d among its numbers, though the hashes are right",
    async (value) => {
      const { dimensions: d, movies } = OLD;
      const scales = new Float32Array(movies.length).fill(1);
      scales[2] = value;
      const folder = await oldFolder();
      await forge(folder, FILES.scales, encodeNpy({ rows: movies.length, columns: 1, values: scales }));
      expect(await failure(folder)).toContain(`${FILES.scales}: row 2 holds ${value}`);

      const prior = new Float64Array((2 * d + 1) * d).fill(1);
      prior[prior.length - 1] = value;
      const other = await oldFolder();
      await forge(other, FILES.prior, encodeNpy({ rows: 2 * d + 1, columns: d, values: prior }));
      expect(await failure(other)).toContain(`${FILES.prior}: row ${2 * d} holds ${value}`);
    },
  );

  test.each<[string, (movies: Record<string, unknown>[]) => unknown]>([
    ["no list", () => ({})],
    ["no movie", (movies) => [null, ...movies.slice(1)]],
    ["an id that is none", (movies) => [{ ...movies[0], id: "" }, ...movies.slice(1)]],
    ["an id twice", (movies) => [movies[1], ...movies.slice(1)]],
    ["a title that is none", (movies) => [{ ...movies[0], title: 7 }, ...movies.slice(1)]],
    ["stars that are no number", (movies) => [{ ...movies[0], meanStars: null }, ...movies.slice(1)]],
    ["genres that are none", (movies) => [{ ...movies[0], genres: [1] }, ...movies.slice(1)]],
    ["a year that is none", (movies) => [{ ...movies[0], year: "1995" }, ...movies.slice(1)]],
  ])("is refused with %s among its movies, though the hashes are right", async (_, change) => {
    const folder = await oldFolder();
    const movies = JSON.parse(await readFile(join(folder, FILES.movies), "utf8"));
    await forge(folder, FILES.movies, Buffer.from(JSON.stringify(change(movies))));
    expect(await failure(folder)).toContain(FILES.movies);
  });

  test("is refused with a manifest that is cut short, or misses what it must say", async () => {
    const folder = await oldFolder();
    const manifest = await readFile(join(folder, MANIFEST), "utf8");
    await writeFile(join(folder, MANIFEST), manifest.slice(0, -10));
    expect(await failure(folder)).toContain("manifest.json: cannot be read");
    const { version: _, ...rest } = JSON.parse(manifest);
    await writeFile(join(folder, MANIFEST), JSON.stringify(rest));
    expect(await failure(folder)).toContain("version");
  });

  test("is refused in a newer format, naming both formats", async () => {
    const folder = await oldFolder();
    const manifest = JSON.parse(await readFile(join(folder, MANIFEST), "utf8"));
    await writeFile(join(folder, MANIFEST), JSON.stringify({ ...manifest, format: 3, files: "elsewhere" }));
    expect(await failure(folder)).toContain("format 3, this program reads 2: update Matinee");
  });

  test("is refused in an older format, with what to do", async () => {
    const folder = await oldFolder();
    const manifest = JSON.parse(await readFile(join(folder, MANIFEST), "utf8"));
    await writeFile(join(folder, MANIFEST), JSON.stringify({ ...manifest, format: 1 }));
    expect(await failure(folder)).toContain(
      "format 1, of an earlier Matinee; this one reads 2: train it again",
    );
  });

  test("is refused with scales of another number than its embeddings", async () => {
    const folder = await oldFolder();
    await forge(folder, FILES.scales, encodeNpy({ rows: 4, columns: 1, values: new Float32Array(4) }));
    expect(await failure(folder)).toContain("4 scales for 5 embeddings");
  });
});

test("a model is on the disk before it takes the old one's place, and in its place before the old one goes", async () => {
  const folder = await oldFolder();
  await writeFile(join(folder, "NOTICE.md"), "conditions");
  const [next, previous] = [`${folder}.next`, `${folder}.previous`];
  const steps = await recordDisk(() => writeArtifacts(folder, NEW, tinyOptions));
  const at = (did: DiskStep["did"], path: string) =>
    steps.findLastIndex((step) => step.did === did && step.path === path);
  const inPlace = at("renamed", next);
  expect(steps[inPlace]).toMatchObject({ to: folder });
  expect(await readdir(folder)).toContain("NOTICE.md");
  for (const name of await readdir(folder)) {
    const [written, flushed] = [at("wrote", join(next, name)), at("flushed", join(next, name))];
    expect(flushed, name).toBeGreaterThan(written);
    expect(flushed, name).toBeLessThan(inPlace);
  }
  expect(at("flushed", next)).toBeGreaterThan(-1);
  expect(at("flushed", next)).toBeLessThan(at("renamed", folder));
  expect(at("flushed", join(folder, ".."))).toBeGreaterThan(inPlace);
  expect(at("removed", previous)).toBeGreaterThan(at("flushed", join(folder, "..")));
});

describe("a write that is interrupted", () => {
  /** What lies on the disk at each point at which a write may stop, and the model that is then in use. */
  const points: [string, (folder: string, newFolder: string) => Promise<unknown>, unknown][] = [
    ["half way through the new files", (folder) => mkdir(`${folder}.next`), OLD],
    ["before the swap", (folder, made) => cp(made, `${folder}.next`, { recursive: true }), OLD],
    [
      "between the two renames",
      async (folder, made) => {
        await cp(made, `${folder}.next`, { recursive: true });
        await rename(folder, `${folder}.previous`);
      },
      OLD,
    ],
    [
      "before the old files are gone",
      async (folder, made) => {
        await rename(folder, `${folder}.previous`);
        await cp(made, folder, { recursive: true });
      },
      NEW,
    ],
  ];

  test.each(points)("%s leaves a whole model, and the next write tidies up", async (_, interrupt, inUse) => {
    const folder = await oldFolder();
    await writeFile(join(folder, "NOTICE.md"), "conditions");
    const made = join(await temporaryFolder(), "made");
    await cp(folder, made, { recursive: true });
    await writeArtifacts(made, NEW, tinyOptions);

    await interrupt(folder, made);
    expect(await readArtifacts(folder)).toEqual(inUse);

    const third = tinyModel(3);
    await writeArtifacts(folder, third, tinyOptions);
    expect(await readArtifacts(folder)).toEqual(third);
    expect(await readFile(join(folder, "NOTICE.md"), "utf8")).toBe("conditions");
    expect(await readdir(join(folder, ".."))).toEqual(["artifacts"]);
  });

  test("by kill -9, again and again, leaves the one model or the other", async () => {
    const folder = await oldFolder();
    const random = createRandom(1);
    for (let kill = 0; kill < 5; kill++) {
      const writer = fork(new URL("./testing/writing-process.js", import.meta.url), [folder, "1", "2"]);
      await once(writer, "message");
      await sleep(random.int(25));
      writer.kill("SIGKILL");
      await once(writer, "exit");
      expect([OLD.version, NEW.version]).toContain((await readArtifacts(folder)).version);
    }
  });
});

test("a model that is replaced again and again is read whole at any time", async () => {
  const folder = await oldFolder();
  let writing = true;
  const written = (async () => {
    for (let turn = 0; turn < 30; turn++) await writeArtifacts(folder, turn % 2 ? OLD : NEW, tinyOptions);
    writing = false;
  })();
  while (writing) expect([OLD, NEW]).toContainEqual(await readArtifacts(folder));
  await written;
});
