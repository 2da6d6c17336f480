/** One Slack for several workspaces: whose token it is decides which one is asked. It lets an app be installed, as people do in a browser. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type FakeSlack, openFakeSlack } from "./fake-slack.ts";
import { BOT } from "./workspace.ts";

export interface SlackOfMany {
  readonly apiUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** With a token of its own; people and channels have the same ids in each. */
  workspace(team: string): Promise<FakeSlack>;
  /**
   * Somebody opens the app's page of installation and allows it in a workspace.
   *
   * @param page "http://127.0.0.1:3000/slack/install"
   * @param returnTo where Slack sends them back to. Default: beside the page
   * @returns the page they end on, and its status
   */
  install(
    slack: FakeSlack,
    page: string,
    returnTo?: string,
  ): Promise<{ readonly status: number; readonly text: string; readonly asked: URL }>;
  close(): Promise<void>;
}

const CLIENT = { id: "1.2", secret: "a client secret" };

export async function openSlackOfMany(): Promise<SlackOfMany> {
  const workspaces: FakeSlack[] = [];
  const codes = new Map<string, FakeSlack>();

  function access(form: URLSearchParams): object {
    const slack = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    if (form.get("client_id") !== CLIENT.id || form.get("client_secret") !== CLIENT.secret)
      return { ok: false, error: "bad_client_secret" };
    if (!slack) return { ok: false, error: "invalid_code" };
    return {
      ok: true,
      app_id: BOT.app,
      authed_user: { id: slack.user("installer").id },
      scope: [...slack.scopes].join(","),
      token_type: "bot",
      access_token: slack.botToken,
      bot_user_id: BOT.user,
      team: { id: slack.team, name: slack.team.toLowerCase() },
      enterprise: null,
      is_enterprise_install: false,
    };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const answer = (said: object): void => {
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(said));
    };
    const { authorization = "", "content-type": contentType = "" } = request.headers;
    const basic = /^Basic (.+)$/.exec(authorization)?.[1];
    if (request.url === "/api/oauth.v2.access") {
      const form = new URLSearchParams(String(body));
      const [id = "", secret = ""] = Buffer.from(basic ?? "", "base64")
        .toString()
        .split(":");
      if (basic) form.set("client_id", id);
      if (basic) form.set("client_secret", secret);
      return answer(access(form));
    }
    const slack = workspaces.find(({ botToken }) => authorization === `Bearer ${botToken}`);
    if (!slack) return answer({ ok: false, error: "invalid_auth" });
    const passedOn = await fetch(new URL(request.url!.replace(/^\/api\//, ""), slack.apiUrl), {
      method: "POST",
      body,
      headers: { authorization, "content-type": contentType },
    });
    const headers = Object.fromEntries(
      [...passedOn.headers].filter(([name]) => !/encoding|length|connection/.test(name)),
    );
    response.writeHead(passedOn.status, headers).end(Buffer.from(await passedOn.arrayBuffer()));
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    async workspace(team) {
      const slack = await openFakeSlack({ team, botToken: `xoxb-${team}-${workspaces.length}` });
      workspaces.push(slack);
      return slack;
    },
    async install(slack, page, returnTo = new URL("oauth_redirect", page).href) {
      const shown = await fetch(page);
      const html = await shown.text();
      const asked = new URL(
        /href="([^"]*\/oauth\/v2\/authorize[^"]*)"/.exec(html)![1]!.replaceAll("&amp;", "&"),
      );
      const cookie = shown.headers.get("set-cookie")!.split(";")[0]!;
      const code = `code-${codes.size}-${Math.random()}`;
      codes.set(code, slack);
      const back = new URL(returnTo);
      back.searchParams.set("code", code);
      back.searchParams.set("state", asked.searchParams.get("state") ?? "");
      const ended = await fetch(back, { headers: { cookie }, redirect: "manual" });
      return { status: ended.status, text: await ended.text(), asked };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      for (const slack of workspaces) await slack.close();
    },
  };
}
