/** The tags that films are described by, data/films/vocabulary.yaml: by group, with the other words that people type. */
import { z } from "zod";
import { readYaml } from "../../files/yaml.ts";

export interface Tag {
  readonly name: string;
  /** "about", "setting", "ending" */
  readonly group: string;
  readonly synonyms: readonly string[];
}

export interface TagVocabulary {
  /** By name, in the order of the file. */
  readonly tags: ReadonlyMap<string, Tag>;
  /** The tag that a word names, by its own name or as a synonym; in lower case. */
  tagFor(word: string): Tag | undefined;
}

const synonyms = z.string().transform((text) => text.split(",").map((word) => word.trim()));
const fileSchema = z.record(z.string(), z.record(z.string(), synonyms));

/** @throws Error naming the tag and what to mend, where a word stands twice or is no word */
export function readTagVocabulary(yaml: string, where: string): TagVocabulary {
  const result = fileSchema.safeParse(readYaml(yaml, where));
  if (!result.success) throw new Error(`${where}:\n${z.prettifyError(result.error)}`);
  const tags = new Map<string, Tag>();
  const byWord = new Map<string, Tag>();
  for (const [group, named] of Object.entries(result.data)) {
    for (const [name, words] of Object.entries(named)) {
      const tag = { name, group, synonyms: words };
      tags.set(name, tag);
      for (const word of [name, ...words]) {
        const other = byWord.get(word);
        if (word === "" || word !== word.toLowerCase())
          throw new Error(`${where}: ${name}: "${word}" is no word in lower case; mend it.`);
        if (other) throw new Error(`${where}: "${word}" stands under ${other.name} and ${name}; strike one.`);
        byWord.set(word, tag);
      }
    }
  }
  return { tags, tagFor: (word) => byWord.get(word) };
}

/** What each tag is called, its own name first. */
export const phrasesOf = ({ tags }: TagVocabulary): (readonly [tag: string, phrases: readonly string[]])[] =>
  [...tags.values()].map(({ name, synonyms }) => [name, [name, ...synonyms]]);
