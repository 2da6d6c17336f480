import { expect, test } from "vitest";
import type { Movie } from "../../catalog/movie.ts";
import { certificatesOf, readCertificates } from "./certificates.ts";

const movie = (id: string, title: string, year: number): Movie => ({
  id,
  title,
  year,
  alternativeTitles: [],
  genres: [],
  ratingCount: 1,
  meanStars: 3,
});

test("films have the certificate under which they are listed; one that is not among the movies is told", () => {
  const written = readCertificates("PG: Up (2009)\nR: Heat (1995); Nowhere (1990)", "certificates.yaml");
  const { facts, unknown } = certificatesOf([movie("a", "Up", 2009), movie("b", "Heat", 1995)], written);
  expect([...facts]).toEqual([
    ["a", { certificate: { value: "PG", source: "by hand" } }],
    ["b", { certificate: { value: "R", source: "by hand" } }],
  ]);
  expect(unknown).toEqual(["Nowhere (1990)"]);
});

test("no certificate may be made up, and every film has its year", () => {
  expect(() => readCertificates("M: Up (2009)", "certificates.yaml")).toThrow(/certificates\.yaml/);
  expect(() => readCertificates("PG: Up", "certificates.yaml")).toThrow(/title and a year/);
});
