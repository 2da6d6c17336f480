import { expect, test } from "vitest";
import { emptyRequest } from "../request.ts";
import { settleLeftovers } from "./settle.ts";

test("beside a film that is named what is told besides only orders, and the subject that is asked for stands", () => {
  const request = {
    ...emptyRequest(),
    similarTo: ["The Lighthouse"],
    about: ["lighthouses, remote islands", "bad tea"],
  };
  settleLeftovers(request, {
    isPlotAsked: false,
    isCompany: false,
    subjects: ["lighthouses, remote islands"],
  });
  expect(request).toMatchObject({ about: ["lighthouses, remote islands"], ideally: ["bad tea"] });
});
