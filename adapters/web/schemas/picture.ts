import { z } from "zod";

/** @param type "image/png" */
export const pictureOf = (type: string, description: string) => ({
  description,
  content: { [type]: { schema: z.any() } },
});
