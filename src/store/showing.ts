import { z } from "zod";
import { cardSchema } from "../conversation/card.ts";
import { hoursSchema } from "../conversation/times.ts";
import { EXPORT_FORMATS } from "../intent/reading/command.ts";

/** Names what is shown, the same on every try: letters, digits, "-" and "_", at most 24. */
export type DeliveryId = string;

const whatSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("say"), card: cardSchema, shared: z.boolean().exactOptional() }),
  /** To be asked whether they have seen a film: when it is time, and not at quiet hours. */
  z.object({
    kind: z.literal("reminder"),
    movie: z.string(),
    meantMs: z.number(),
    quiet: hoursSchema,
    timeZone: z.string(),
  }),
  /** All that is kept of the person, as it is when it is shown; default: as JSON. */
  z.object({ kind: z.literal("export"), format: z.enum(EXPORT_FORMATS).exactOptional() }),
]);

/** Something to be shown to a person: kept from the commit of the event that it answers until the platform has it. */
export interface Showing {
  readonly id: DeliveryId;
  readonly event: string;
  readonly conversation: string;
  /** When the event happened, or of a reminder when it is due, in milliseconds since 1970. */
  readonly atMs: number;
  /** For the eyes of the person only, whatever the card says of itself. */
  readonly private: boolean;
  /** `shared`: a suggestion that the person shows to others. */
  readonly what: Readonly<z.infer<typeof whatSchema>>;
}

/** Undefined where this program cannot read it: another version wrote it, or it is damaged. */
export function readWhat(json: string): Showing["what"] | undefined {
  try {
    return whatSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
