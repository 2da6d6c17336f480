/** The description of the API as a page of HTML. Every text in it is escaped, whoever wrote it. */
import type { OpenAPIV3, OpenAPIV3_1 } from "openapi-types";
import { escapeHtml as text } from "./html.ts";
import { PROBLEMS } from "./schemas/problem.ts";

type Described = OpenAPIV3.Document | OpenAPIV3_1.Document | { readonly paths?: unknown };

interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses?: Readonly<
    Record<string, { readonly description?: string; readonly content?: Content }>
  >;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

export function documentationOf(described: Described): string {
  const { info, paths, components } = described as {
    readonly info: { readonly title: string; readonly description?: string };
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? "others"))];
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => (operation.tags?.[0] ?? "others") === tag);
    return `<section><h2 id="${text(tag)}">${text(tag)}</h2>${own.map(operationHtml).join("")}</section>`;
  });
  const forms = Object.entries(components.schemas)
    .filter(([name]) => !/Input$/.test(name) || !components.schemas[name.replace(/Input$/, "")])
    .map(([name, schema]) => `<h3 id="form-${text(name)}">${text(name)}</h3>${formHtml(schema)}`);
  const problems = PROBLEMS.map(
    ({ status, title }) => `<dt id="problem-${status}">${status}</dt><dd>${text(title)}</dd>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text(info.title)}: the API</title>
<link rel="stylesheet" href="/docs/style.css"></head>
<body><header><h1>${text(info.title)}: the API</h1><p>${text(info.description ?? "")}</p>
<nav><ul>${[...tags, "forms", "problems"].map((name) => `<li><a href="#${text(name)}">${text(name)}</a></li>`).join("")}
<li><a href="/openapi.json">openapi.json</a></li></ul></nav></header>
<main>${sections.join("\n")}
<section><h2 id="forms">Forms</h2>${forms.join("\n")}</section>
<section><h2 id="problems">Problems</h2><p>Errors are <a href="#form-Problem">Problem</a>, as application/problem+json.</p><dl>${problems.join("")}</dl></section>
</main></body></html>
`;
}

function operationHtml({
  path,
  method,
  operation,
}: {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}): string {
  const { summary = "", description, parameters = [], requestBody, responses = {} } = operation;
  const takes = [
    ...parameters.map(({ name, in: place, required, schema = {} }) =>
      row(name, `${place}${required ? "" : ", optional"}`, schema),
    ),
    ...Object.entries(requestBody?.content ?? {}).map(([type, { schema = {} }]) => row("body", type, schema)),
  ];
  const answers = Object.entries(responses)
    .filter(([status]) => Number(status) < 400)
    .map(([status, { content = {} }]) =>
      Object.entries(content)
        .map(([type, { schema = {} }]) => row(status, type, schema))
        .join(""),
    );
  const refusals = Object.keys(responses)
    .filter((status) => Number(status) >= 400)
    .map((status) => `<a href="#problem-${text(status)}">${text(status)}</a>`);
  return `<article><h3><code>${text(method.toUpperCase())} ${text(path)}</code></h3><p>${text(summary)}</p>
${description === undefined ? "" : `<p>${text(description)}</p>`}
${takes.length > 0 ? `<h4>Takes</h4><table>${takes.join("")}</table>` : ""}
${answers.length > 0 ? `<h4>Answers</h4><table>${answers.join("")}</table>` : ""}
${refusals.length > 0 ? `<p>Problems: ${refusals.join(", ")}</p>` : ""}</article>`;
}

function formHtml(schema: Schema): string {
  const { description, properties, anyOf, oneOf } = schema;
  const said = description === undefined ? "" : `<p>${text(description)}</p>`;
  if (properties) {
    const rows = Object.entries(properties).map(([name, property]) =>
      row(name, schema.required?.includes(name) ? "" : "optional", property),
    );
    return `${said}<table>${rows.join("")}</table>`;
  }
  const kinds = anyOf ?? oneOf;
  if (kinds) return `${said}${kinds.map((kind) => `<p>One of:</p>${formHtml(kind)}`).join("")}`;
  return `${said}<p>${typeHtml(schema)}</p>`;
}

const row = (name: string, note: string, schema: Schema): string =>
  `<tr><th scope="row"><code>${text(name)}</code></th><td>${text(note)}</td><td>${typeHtml(schema)}</td><td>${text(schema.description ?? "")}</td></tr>`;

function typeHtml(schema: Schema): string {
  const { $ref, type, enum: values, const: only, items, properties, anyOf, oneOf } = schema;
  if ($ref !== undefined) {
    const name = $ref
      .split("/")
      .at(-1)!
      .replace(/Input$/, "");
    return `<a href="#form-${text(name)}">${text(name)}</a>`;
  }
  if (only !== undefined) return `<code>${text(JSON.stringify(only))}</code>`;
  if (values) return values.map((value) => `<code>${text(JSON.stringify(value))}</code>`).join(" ");
  if (items) return `list of ${typeHtml(items)}`;
  const kinds = anyOf ?? oneOf;
  if (kinds) return kinds.map(typeHtml).join(" or ");
  if (properties)
    return `{ ${Object.entries(properties)
      .map(([name, property]) => `${text(name)}: ${typeHtml(property)}`)
      .join(", ")} }`;
  return text(typeof type === "string" ? type : (type ?? ["anything"]).join(" or "));
}
