import { adapterContract } from "../adapter.contract.ts";
import { fakePlatform } from "./fake-platform.ts";

adapterContract("fake", async () => {
  const platform = fakePlatform();
  return {
    adapter: platform.adapter,
    says: (text) => platform.does("ada", { kind: "said", text }),
    shown: async () => JSON.stringify(platform.shown),
    close: async () => {},
  };
});
