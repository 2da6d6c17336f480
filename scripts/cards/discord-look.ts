/** Messages as Discord's client shows them in the dark: what the bot sent, as a page. */

import type { ButtonForm, EmbedForm } from "../../adapters/discord/fake/forms.ts";
import { escaped } from "../../src/files/html.ts";

export interface SeenMessage {
  readonly author: string;
  readonly isBot: boolean;
  readonly content: string;
  readonly embeds: readonly EmbedForm[];
  readonly components: readonly { readonly components: readonly ButtonForm[] }[];
  /** Emoji, how many have put it there, and whether whoever looks has. */
  readonly reactions: readonly (readonly [emoji: string, count: number, own: boolean])[];
  /** Of the file that an embed shows, as a data address. */
  readonly poster?: string | undefined;
}

const STYLE = `
body { margin: 0; background: #313338; color: #dbdee1; font: 16px/1.375 "Noto Sans", "Open Sans", sans-serif; }
main { width: 560px; padding: 20px 20px 24px; }
.message { display: grid; grid-template-columns: 40px 1fr; gap: 2px 16px; margin-top: 18px; }
.avatar { width: 40px; height: 40px; border-radius: 50%; grid-row: span 9; display: grid; place-items: center; font-size: 18px; color: #fff; }
.name { font-weight: 600; color: #f2f3f5; font-size: 16px; }
.app { background: #5865f2; color: #fff; border-radius: 4px; font-size: 10px; font-weight: 600; padding: 2px 5px; margin-left: 5px; vertical-align: 2px; }
.time { color: #949ba4; font-size: 12px; margin-left: 7px; font-weight: 400; }
.embed { display: grid; grid-template-columns: 1fr auto; gap: 0 16px; box-sizing: border-box; width: 432px; background: #2b2d31; border-left: 4px solid; border-radius: 4px; padding: 8px 16px 16px 12px; margin-top: 4px; }
.embed > div { min-width: 0; }
.above { font-size: 14px; font-weight: 600; margin-top: 8px; color: #f2f3f5; }
.title { color: #00a8fc; font-weight: 600; margin-top: 8px; }
.said { font-size: 14px; line-height: 18px; margin-top: 8px; white-space: pre-line; }
.small { font-size: 12.5px; line-height: 17px; color: #949ba4; }
.fields { display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px; margin-top: 8px; font-size: 14px; }
.fields b { display: block; color: #f2f3f5; font-weight: 600; }
.wide { grid-column: 1 / -1; white-space: pre-line; }
.image { grid-column: 1 / -1; margin-top: 16px; max-width: 400px; max-height: 300px; border-radius: 4px; display: block; }
.thumbnail { margin-top: 8px; max-width: 80px; max-height: 80px; border-radius: 4px; }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 6px; }
.button { background: #4e5058; color: #fff; border-radius: 8px; font-size: 14px; font-weight: 500; padding: 0 14px; line-height: 32px; }
.reaction { background: #2b2d31; border: 1px solid #2b2d31; border-radius: 8px; padding: 0 7px; line-height: 26px; font-size: 14px; color: #b5bac1; }
.reaction.own { background: #373a54; border-color: #5865f2; color: #dee0fc; }
`;

export const discordPage = (messages: readonly SeenMessage[]): string =>
  `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><main>${messages.map(messageHtml).join("")}</main>`;

function messageHtml({ author, isBot, content, embeds, components, reactions, poster }: SeenMessage): string {
  const avatar = isBot ? ["#b3202c", "M"] : ["#3ba55c", author[0]!.toUpperCase()];
  return `<section class="message">
    <div class="avatar" style="background:${avatar[0]}">${avatar[1]}</div>
    <div><span class="name">${escaped(author)}</span>${isBot ? '<span class="app">APP</span>' : ""}<span class="time">Today at 20:15</span></div>
    ${content ? `<div>${markdown(content)}</div>` : ""}
    ${embeds.map((embed) => embedHtml(embed, poster)).join("")}
    ${components.map(({ components: row }) => `<div class="row">${row.map(buttonHtml).join("")}</div>`).join("")}
    ${reactions.length > 0 ? `<div class="row">${reactions.map(([emoji, count, own]) => `<span class="reaction ${own ? "own" : ""}">${emoji} ${count}</span>`).join("")}</div>` : ""}
  </section>`;
}

function embedHtml(embed: EmbedForm, poster: string | undefined): string {
  const { author, title, description, fields, image, thumbnail, color } = embed;
  const sourceOf = (url: string) => (url.startsWith("attachment:") ? (poster ?? "") : url);
  return `<div class="embed" style="border-color:#${(color ?? 0).toString(16).padStart(6, "0")}"><div>
    ${author ? `<div class="above">${escaped(author.name)}</div>` : ""}
    ${title ? `<div class="title">${markdown(title)}</div>` : ""}
    ${description ? `<div class="said">${description.split("\n").map(lineHtml).join("\n")}</div>` : ""}
    ${fields?.length ? `<div class="fields">${fields.map(({ name, value, inline }) => `<div class="${inline ? "" : "wide"}"><b>${markdown(name)}</b>${markdown(value)}</div>`).join("")}</div>` : ""}
    </div>${thumbnail ? `<img class="thumbnail" src="${sourceOf(thumbnail.url)}">` : "<div></div>"}
    ${image ? `<img class="image" src="${sourceOf(image.url)}">` : ""}
  </div>`;
}

const lineHtml = (line: string): string =>
  line.startsWith("-# ") ? `<span class="small">${markdown(line.slice(3))}</span>` : markdown(line);

const buttonHtml = ({ label, emoji, url }: ButtonForm): string =>
  `<span class="button">${emoji?.name ? `${emoji.name} ` : ""}${escaped(label ?? "")}${url ? " ↗" : ""}</span>`;

/** What was escaped is shown as itself. */
const markdown = (text: string): string => escaped(text.replace(/\\([^\p{L}\p{N}\s])/gu, "$1"));
