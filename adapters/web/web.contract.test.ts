import { adapterContract } from "../../src/host/adapter.contract.ts";
import { openBrowser } from "./testing/browser.ts";
import { listen } from "./testing/listen.ts";
import { someWeb } from "./testing/open-web.ts";

adapterContract("web", async () => {
  const { web, store } = await someWeb();
  const ada = openBrowser(() => web.address);
  let stream: Awaited<ReturnType<typeof listen>> | undefined;
  return {
    adapter: web,
    async says(text) {
      if (ada.cookie === undefined) await ada.comes();
      stream ??= await listen(web.address, ada.cookie!);
      await ada.says(text);
    },
    shown: async () =>
      stream!
        .events()
        .map(({ data }) => data)
        .join("\n"),
    async close() {
      stream?.close();
      await store.close();
    },
  };
});
