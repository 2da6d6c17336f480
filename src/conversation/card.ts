import { z } from "zod";
import { VERDICTS } from "../recommender/feedback.ts";

/** Facts that a platform may set side by side. */
const fieldSchema = z.object({
  name: z.string(),
  value: z.string(),
  /** How it is said in one line with others, without its name: "by Michael Mann". */
  phrase: z.string().exactOptional(),
});
export type Field = Readonly<z.infer<typeof fieldSchema>>;

/** Things to press instead of typing: pressing is the same as saying these words. */
const actionSchema = z.object({ label: z.string(), says: z.string() });
export type Action = Readonly<z.infer<typeof actionSchema>>;

/** A page about it elsewhere, to be opened. */
const linkSchema = z.object({ label: z.string(), url: z.string() });
export type Link = Readonly<z.infer<typeof linkSchema>>;

/** What may be added to a card from elsewhere, when it is shown: see FilmDetailsSource. */
const elsewhereSchema = z.object({
  /** By its id in the catalogue, else by name. */
  film: z.union([
    z.object({ movie: z.string() }),
    z.object({ title: z.string(), year: z.int().exactOptional() }),
  ]),
  adds: z.array(z.enum(["poster", "overview", "watch", "watchLink"])).readonly(),
  /** In place of the lines, which say that nothing is known. */
  instead: z.boolean().exactOptional(),
});
export type Elsewhere = Readonly<z.infer<typeof elsewhereSchema>>;

/**
 * What is shown to a person: plain text in parts that any platform can draw. Nothing in it is markup;
 * an adapter escapes, cuts to its platform's limits, and always gets the text through.
 *
 * Kept as JSON until the platform has it, so it is checked when it comes back.
 */
export const cardSchema = z.object({
  /** How the person's words were read, above everything else: "Comedy · 1990-1999". */
  reading: z.string().exactOptional(),
  title: z.object({ text: z.string(), url: z.string().exactOptional() }).exactOptional(),
  /** One paragraph each. */
  lines: z.array(z.string()).readonly(),
  fields: z.array(fieldSchema).readonly().exactOptional(),
  picture: z.object({ url: z.string(), alt: z.string() }).exactOptional(),
  elsewhere: elsewhereSchema.exactOptional(),
  /** The suggestion this card makes: 👍 👎 ⏭ ℹ️ on the card answer it. */
  suggestion: z.string().exactOptional(),
  /** The film whose poster is drawn for it, by id, where it makes no suggestion; of several films, with blanks between, those posters side by side. */
  pictured: z.string().exactOptional(),
  /** What the person has said of that suggestion: nothing more needs to be pressed on it. */
  answered: z.enum(VERDICTS).exactOptional(),
  links: z.array(linkSchema).readonly().exactOptional(),
  actions: z.array(actionSchema).readonly().exactOptional(),
  /** Its actions are there for everybody who sees them; absent: for the person it answers. */
  forAll: z.boolean().exactOptional(),
  /** What several people do together is drawn again on the message that carries this. */
  evening: z.string().exactOptional(),
  file: z.object({ name: z.string(), mediaType: z.string(), text: z.string() }).exactOptional(),
  /** For the eyes of the person it answers only. */
  private: z.boolean().exactOptional(),
  /** Worth saying only where it disturbs nobody: dropped where the platform cannot whisper it on the spot. */
  aside: z.boolean().exactOptional(),
  /** What stands on the screen before it is for nobody else: wiped where that can be done. */
  conceals: z.boolean().exactOptional(),
  /** The person said goodbye: nothing follows this card. */
  closes: z.boolean().exactOptional(),
});
export type Card = Readonly<z.infer<typeof cardSchema>>;

/** By what its poster is drawn: a suggestion, or a film. */
export const picturedBy = ({ suggestion, pictured }: Card): string | undefined => suggestion ?? pictured;
