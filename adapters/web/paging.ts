import { z } from "zod";
import { notFound } from "./problem.ts";

const MOST = 100;
const STANDARD = 20;

export const pagingSchema = z.object({
  cursor: z.string().max(120).optional().meta({ description: "As the page before has it" }),
  limit: z.coerce.number().int().min(1).max(MOST).default(STANDARD),
});
export type Paging = z.infer<typeof pagingSchema>;

/**
 * A part of a list that may grow at its front meanwhile: a cursor names the last item that was on the page before.
 *
 * @throws Problem where the cursor names none of them
 */
export function pageOf<Item>(
  items: readonly Item[],
  { cursor, limit }: Paging,
  idOf: (item: Item) => string,
): { readonly items: readonly Item[]; readonly next: string | null } {
  const after = cursor === undefined ? -1 : items.findIndex((item) => encoded(idOf(item)) === cursor);
  if (cursor !== undefined && after < 0)
    throw notFound("This cursor is of no page any more: begin without one.");
  const page = items.slice(after + 1, after + 1 + limit);
  const last = page.at(-1);
  const isMore = after + 1 + limit < items.length;
  return { items: page, next: isMore && last !== undefined ? encoded(idOf(last)) : null };
}

const encoded = (id: string): string => Buffer.from(id).toString("base64url");
