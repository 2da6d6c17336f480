import type { z } from "zod";

/** Something passed in that cannot be worked with. The message says where, what was found and what is expected. */
export class InputError extends TypeError {
  override name = "InputError";
}

/** @throws InputError where a value is not of its form */
export function checked<T>(name: string, schema: z.ZodType<unknown>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return value as T;
  const [issue] = result.error.issues;
  const path = [name, ...(issue?.path ?? [])].map(String).join(".");
  throw new InputError(`${path}: ${issue?.message ?? "not of the form expected"}`);
}
