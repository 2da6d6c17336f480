import { describe, expect, test } from "vitest";
import type { FilmDetailsSource } from "../../src/catalog/film-details.ts";
import { TMDB_NOTICE } from "../../src/conversation/wording.ts";
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

  test("of what somebody keeps or loves stand side by side in one picture, for themselves to show", async () => {
    const { web, browser } = await openWeb();
    const [ada, ben] = [browser(), browser()];
    for (const one of [ada, ben]) await one.comes();
    for (const text of ["skip", "save Heat (1995) and Alien for later", "favourite Amelie"])
      await ada.says(text);
    const pictured = async (of: string, cookie: string) => {
      const response = await fetch(`${web.address}/people/me/picture.png?of=${of}`, { headers: { cookie } });
      const png = Buffer.from(await response.arrayBuffer());
      return response.ok ? png.readUInt32BE(20) / png.readUInt32BE(16) : response.status;
    };
    expect(await pictured("list", ada.cookie!)).toBeCloseTo((24 + 924) / (24 + 2 * 624), 2);
    expect(await pictured("taste", ada.cookie!)).toBeCloseTo((24 + 924) / (24 + 624), 2);
    expect(await pictured("list", ben.cookie!)).toBe(404);
    expect(await pictured("list", "")).toBe(401);
  });

  test("are TMDB's where the operator has a key and it knows the film, and drawn where it does not", async () => {
    const details: FilmDetailsSource = {
      posterOf: async ({ title }) =>
        title === "Alien" ? { url: "https://image.tmdb.org/t/p/w780/alien.jpg", width: 780 } : undefined,
      detailsOf: async () => undefined,
    };
    const { web, browser } = await openWeb({ details });
    const poster = async (film: string) =>
      fetch(`${web.address}/films/${film}/poster?look=door`, { redirect: "manual" });
    const [alien, aliens] = [await poster("tt0000000"), await poster("tt0000001")];
    expect([alien.status, alien.headers.get("location")]).toEqual([
      302,
      "https://image.tmdb.org/t/p/w780/alien.jpg",
    ]);
    expect(alien.headers.get("content-security-policy")).toContain("img-src 'self' https://image.tmdb.org;");
    expect([aliens.status, aliens.headers.get("content-type")]).toEqual([200, "image/svg+xml"]);
    expect(await aliens.text()).toContain("an open door");
    expect((await browser().comes()).body.notices).toEqual([TMDB_NOTICE]);
  });

  test("without a key are all drawn, and no picture from elsewhere is let through", async () => {
    const { web, browser } = await openWeb();
    const alien = await fetch(`${web.address}/films/tt0000000/poster`, { redirect: "manual" });
    expect(alien.status).toBe(200);
    expect(alien.headers.get("content-security-policy")).toContain("img-src 'self';");
    expect((await browser().comes()).body.notices).toEqual([]);
  });

  test("there are none of films that are not known, nor of looks that are not", async () => {
    const { browser } = await openWeb();
    const ada = browser();
    expect((await ada.get("/films/nothing/poster.svg")).status).toBe(404);
    const { body } = await ada.get("/films?title=heat");
    const odd = await ada.get(`/films/${body.items[0].film.id}/poster.svg?look=nothing`);
    expect(odd).toMatchObject({ status: 422, body: { errors: [{ path: "query.look" }] } });
  });

  test("that take long to draw are drawn so often for one address, and for nobody at another's cost", async () => {
    const { web, browser } = await openWeb();
    const path = "/films/tt0000000/poster.png?width=100";
    const asked = Array.from({ length: 125 }, async () => {
      const { status } = await fetch(`${web.address}${path}`);
      return status;
    });
    const statuses = await Promise.all(asked);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    const ada = browser();
    expect((await ada.comes()).status).toBe(201);
    expect((await ada.get("/films/tt0000000/poster.svg")).status).toBe(200);
  });
});
