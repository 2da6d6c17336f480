import { adapterContract } from "../../src/host/adapter.contract.ts";
import { createDiscord } from "./discord.ts";
import { fakeDiscord } from "./fake/fake-discord.ts";
import { asSeen } from "./testing/as-seen.ts";
import { silent } from "./testing/silent.ts";

adapterContract("discord", async () => {
  const fake = await fakeDiscord();
  const ada = fake.user("ada");
  return {
    adapter: createDiscord({
      token: fake.token,
      api: fake.api,
      log: silent,
      now: Date.now,
      completeTitle: () => [],
    }),
    says: async (text) => void ada.writes(ada.dm, text),
    shown: async () => ada.sees(ada.dm).map(asSeen).join("\n"),
    close: fake.close,
  };
});
