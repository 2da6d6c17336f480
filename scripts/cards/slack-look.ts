/** Messages and the Home tab as Slack's client shows them: what the bot sent, as a page. */
import type { Block, Button } from "../../adapters/slack/fake/blocks.ts";
import { escaped } from "../../src/files/html.ts";

export interface SeenMessage {
  readonly author: string;
  readonly isBot: boolean;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Emoji, how many have put it there, and whether whoever looks has. */
  readonly reactions: readonly (readonly [emoji: string, count: number, own: boolean])[];
}

export interface Look {
  /** Of a file's id, a data address. */
  pictureOf(file: string): string;
  /** Of a person's id. */
  nameOf(user: string): string;
}

const STYLE = `
body { margin: 0; background: #fff; color: #1d1c1d; font: 15px/22px Lato, "Open Sans", "Noto Sans", sans-serif; }
main { width: 600px; padding: 16px 20px 24px; }
h2 { font-size: 15px; margin: 18px 0 -6px; color: #616061; font-weight: 600; }
.message { display: grid; grid-template-columns: 36px 1fr; gap: 0 10px; margin-top: 16px; }
.avatar { width: 36px; height: 36px; border-radius: 8px; grid-row: span 20; display: grid; place-items: center; color: #fff; font-weight: 700; }
.name { font-weight: 800; } .app { background: #ddd; color: #616061; font-size: 10px; font-weight: 700; border-radius: 2px; padding: 1px 3px; margin-left: 5px; }
.time { color: #616061; font-size: 12px; margin-left: 8px; }
.header { font-size: 18px; font-weight: 800; margin: 6px 0 2px; }
.context { font-size: 13px; line-height: 18px; color: #616061; margin: 2px 0 6px; }
.section { display: flex; justify-content: space-between; gap: 16px; margin: 4px 0; } .section > div { white-space: pre-line; }
.beside { width: 88px; height: 88px; object-fit: contain; object-position: top right; border-radius: 8px; }
.picture { max-width: 240px; max-height: 360px; border-radius: 8px; display: block; margin: 6px 0; }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin: 6px 0 2px; }
.button, .more { border: 1px solid #bbb; border-radius: 6px; padding: 0 12px; line-height: 28px; font-size: 13px; font-weight: 700; height: 28px; background: #fff; white-space: nowrap; }
.menu { position: relative; } .more { padding: 0 8px; }
.reaction { background: #efefef; border-radius: 24px; padding: 0 8px; line-height: 24px; font-size: 13px; } .reaction.own { background: #e3f0fb; box-shadow: inset 0 0 0 1px #1d9bd1; }
.user { background: #e8f5fa; color: #1264a3; border-radius: 3px; padding: 0 2px; } a { color: #1264a3; } hr { border: 0; border-top: 1px solid #ddd; margin: 12px 0; }
.thread { border-left: 2px solid #ddd; margin-left: 18px; padding-left: 14px; }
.rich div { white-space: pre-line; } .box { width: 15px; height: 15px; border: 1px solid #868686; border-radius: 3px; display: inline-block; vertical-align: -2px; margin-right: 8px; text-align: center; line-height: 14px; font-size: 12px; } .box.set { background: #1264a3; border-color: #1264a3; color: #fff; }
`;

const page = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><main>${body}</main>`;

/** @param answers in the thread of the first message */
export const slackPage = (first: SeenMessage, answers: readonly SeenMessage[], look: Look): string =>
  page(
    `${messageHtml(first, look)}<div class="thread">${answers.map((one) => messageHtml(one, look)).join("")}</div>`,
  );

export const homePage = (blocks: readonly Block[], look: Look): string =>
  page(blocks.map((block) => blockHtml(block, look)).join(""));

function messageHtml({ author, isBot, text, blocks, reactions }: SeenMessage, look: Look): string {
  const avatar = isBot ? ["#b3202c", "M"] : ["#2bac76", author[0]!.toUpperCase()];
  return `<section class="message"><div class="avatar" style="background:${avatar[0]}">${avatar[1]}</div>
    <div><span class="name">${escaped(author)}</span>${isBot ? '<span class="app">APP</span>' : ""}<span class="time">8:15 PM</span></div>
    ${blocks.length > 0 ? blocks.map((block) => `<div>${blockHtml(block, look)}</div>`).join("") : `<div>${mentions(text, look)}</div>`}
    ${reactions.length > 0 ? `<div class="row">${reactions.map(([emoji, count, own]) => `<span class="reaction ${own ? "own" : ""}">${emoji} ${count}</span>`).join("")}</div>` : ""}
  </section>`;
}

const mentions = (text: string, look: Look): string =>
  escaped(text).replace(
    /&lt;@(\w+)&gt;/g,
    (_, id: string) => `<span class="user">@${escaped(look.nameOf(id))}</span>`,
  );

type Image = Extract<Block, { type: "image" }>;

function blockHtml(block: Block, look: Look): string {
  const sourceOf = ({ image_url, slack_file }: Pick<Image, "image_url" | "slack_file">) =>
    image_url ?? (slack_file ? look.pictureOf(slack_file.id) : "");
  switch (block.type) {
    case "divider":
      return "<hr>";
    case "header":
      return `<div class="header">${escaped(block.text.text)}</div>`;
    case "context":
      return `<div class="context">${block.elements.map(({ text }) => escaped(text)).join(" ")}</div>`;
    case "image":
      return `<img class="picture" src="${sourceOf(block)}">`;
    case "section": {
      const { accessory, text } = block;
      const beside =
        accessory?.type === "image"
          ? `<img class="beside" src="${sourceOf(accessory)}">`
          : accessory?.type === "overflow"
            ? '<span class="more">⋯</span>'
            : accessory
              ? buttonHtml(accessory)
              : "";
      return `<div class="section"><div>${escaped(text?.text ?? "")}</div>${beside}</div>`;
    }
    case "actions":
      return `<div class="row">${block.elements.map((one) => (one.type === "button" ? buttonHtml(one) : boxesHtml(one))).join("")}</div>`;
    case "rich_text":
      return `<div class="rich">${block.elements.map(({ elements }) => `<div>${elements.map((one) => richHtml(one, look)).join("")}</div>`).join("")}</div>`;
  }
}

const buttonHtml = ({ text }: Button): string => `<span class="button">${escaped(text.text)}</span>`;

type Boxes = Exclude<Extract<Block, { type: "actions" }>["elements"][number], Button>;

const boxesHtml = ({ options, initial_options = [] }: Boxes): string =>
  options
    .map(({ text, value }) => {
      const isSet = initial_options.some((one) => one.value === value);
      return `<span><span class="box ${isSet ? "set" : ""}">${isSet ? "✓" : ""}</span>${escaped(text.text)}</span>`;
    })
    .join("");

type Rich = Extract<Block, { type: "rich_text" }>["elements"][number]["elements"][number];

function richHtml(one: Rich, look: Look): string {
  if (one.type === "user") return `<span class="user">@${escaped(look.nameOf(one.user_id))}</span>`;
  const text = escaped(one.text ?? (one.type === "link" ? one.url : ""));
  const styled = `${one.style?.bold ? "<b>" : ""}${one.style?.italic ? "<i>" : ""}${text}${one.style?.italic ? "</i>" : ""}${one.style?.bold ? "</b>" : ""}`;
  return one.type === "link" ? `<a>${styled}</a>` : styled;
}
