import { describe, expect, test } from "vitest";
import { openWeb } from "./testing/open-web.ts";

describe("posters", () => {
  test("of a film are two, of two looks, each drawn on request", async () => {
    const { browser } = await openWeb();
    const ada = browser();
    const { body } = await ada.get("/films?title=heat");
    const [{ film }] = body.items;
    expect(film.posters).toHaveLength(2);
    expect(film.posters[0].look).not.toBe(film.posters[1].look);
    for (const { svg, alt } of film.posters) {
      const poster = await ada.get(svg);
      expect(poster.headers.get("content-type")).toContain("image/svg+xml");
      expect(poster.body).toContain(`<title>${alt}</title>`);
    }
    const best = await ada.get(`/films/${film.id}/poster.svg`);
    expect(best.body).toContain(film.posters[0].alt);
  });

  test("are pictures of any width as PNG", async () => {
    const { web, browser } = await openWeb();
    const { body } = await browser().get("/films?title=heat");
    const response = await fetch(`${web.address}/films/${body.items[0].film.id}/poster.png?width=200`);
    expect(response.headers.get("content-type")).toBe("image/png");
    const png = Buffer.from(await response.arrayBuffer());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([200, 300]);
  });

  test("there are none of films that are not known, nor of looks that are not", async () => {
    const { browser } = await openWeb();
    const ada = browser();
    expect((await ada.get("/films/nothing/poster.svg")).status).toBe(404);
    const { body } = await ada.get("/films?title=heat");
    const odd = await ada.get(`/films/${body.items[0].film.id}/poster.svg?look=nothing`);
    expect(odd).toMatchObject({ status: 422, body: { errors: [{ path: "query.look" }] } });
  });
});
