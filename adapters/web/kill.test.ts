/** The program is killed while people answer, and started again: what was answered is kept, and counts once. */
import { expect, test } from "vitest";
import { newEvent, openBrowser } from "./testing/browser.ts";
import { someProgram } from "./testing/process.ts";

/** More than anybody answers in the time: the process is killed among them. */
const ANSWERS = 60;
const KILLS = 3;

test("every answer that was acknowledged is kept, and one that was sent again counts once", async () => {
  const { begin, address } = await someProgram();
  const ada = openBrowser(() => address);
  let running = begin();
  await running.listening();
  await ada.comes();
  let { suggestion } = (await ada.says("skip")).body.table;
  const acknowledged: string[] = [];
  for (let killed = 0; killed < KILLS; killed++) {
    const deadAfter = 3 + 4 * killed;
    let dying: Promise<unknown> | undefined;
    for (let nth = 0; nth < ANSWERS; nth++) {
      const event = newEvent();
      const answer = { suggestion: suggestion.id, verdict: "like" };
      const send = () => ada.send("PUT", `/people/me/answers/${event}`, answer);
      const sent = send();
      if (nth === deadAfter) {
        running.child.kill("SIGKILL");
        dying = running.ended;
      }
      const answered = await sent.catch(() => undefined);
      if (answered) {
        acknowledged.push(suggestion.film.id);
        suggestion = answered.body.table.suggestion;
        continue;
      }
      await dying;
      running = begin();
      await running.listening();
      const again = await send();
      expect(again.status).toBe(200);
      acknowledged.push(suggestion.film.id);
      suggestion = again.body.table.suggestion;
      break;
    }
  }
  const { body } = await ada.get("/people/me/export");
  expect(body.log.map(({ movie }: { movie: string }) => movie)).toEqual(acknowledged);
});
