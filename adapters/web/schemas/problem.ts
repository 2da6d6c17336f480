import { z } from "zod";

/** RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: "Names the kind of problem; the documentation lists them all" }),
    title: z.string(),
    status: z.int(),
    detail: z.string().exactOptional().meta({ description: "What to do about it" }),
    request: z.string().meta({ description: "The id of the request, as in the header X-Request-Id" }),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .exactOptional()
      .meta({ description: "What is wrong where: body.answers.0.verdict" }),
  })
  .meta({ id: "Problem" });
export type ProblemBody = z.infer<typeof problemSchema>;

const TITLES = {
  400: "The request cannot be read",
  401: "Nobody is known by this request",
  403: "Not allowed",
  404: "Not found",
  405: "Not a method of this resource",
  406: "Not available in that form",
  409: "In conflict with what is there",
  413: "Too long",
  415: "Not JSON",
  422: "The request is not of its form",
  429: "Too many requests",
  500: "Something went wrong",
  503: "Not available just now",
} as const;
export type ProblemStatus = keyof typeof TITLES;

export const isProblemStatus = (status: number): status is ProblemStatus => status in TITLES;
export const titleOf = (status: ProblemStatus): string => TITLES[status];
export const PROBLEMS = Object.entries(TITLES).map(([status, title]) => ({ status: Number(status), title }));

const asProblem = (status: ProblemStatus) => ({
  description: titleOf(status),
  content: { "application/problem+json": { schema: problemSchema } },
});

/** What any request may meet, and what this one may besides. */
export const problems = <Status extends ProblemStatus>(...statuses: readonly Status[]) =>
  Object.fromEntries(
    [...new Set<ProblemStatus>([400, 401, 403, 413, 415, 422, 429, 500, 503, ...statuses])].map((status) => [
      status,
      asProblem(status),
    ]),
  );
