import { adapterContract } from "../../src/host/adapter.contract.ts";
import { openFakeSlack } from "./fake/fake-slack.ts";
import { read } from "./fake/people.ts";
import { httpOf, slackOn } from "./testing.ts";

adapterContract("slack (Socket Mode)", async () => {
  const slack = await openFakeSlack();
  const ada = slack.user("ada");
  return {
    adapter: slackOn(slack),
    says: async (text) => void ada.dm(text),
    shown: async () => ada.dms().map(read).join("\n"),
    close: slack.close,
  };
});

adapterContract("slack (HTTP)", async () => {
  const slack = await openFakeSlack();
  const ada = slack.user("ada");
  const adapter = slackOn(slack, { transport: httpOf(slack) });
  return {
    adapter,
    async says(text) {
      slack.deliverTo(`http://127.0.0.1:${adapter.port}/slack/events`);
      ada.dm(text);
      await slack.delivered();
    },
    shown: async () => ada.dms().map(read).join("\n"),
    close: slack.close,
  };
});
