/** How a command tells what it came to: to people line by line, or to a program as one JSON document. */
export interface Telling {
  /** For people to read. Beside a JSON document it goes to standard error. */
  line(text: string): void;
  /** A table for people to read; the document has the same in full. */
  table(rows: object): void;
  /** What it all came to. Said once, at the end; people have read it by then. */
  result(outcome: unknown): void;
}

/** The option's text where a command prints figures. */
export const JSON_FIGURES = ["--json", "print the figures as JSON"] as const;
/** The same where it did something. */
export const JSON_DONE = ["--json", "tell what was done as JSON"] as const;

/** @param json a program reads standard output */
export const telling = (json: boolean | undefined): Telling =>
  json
    ? {
        line: (text) => console.error(text),
        table() {},
        result: (outcome) => console.log(JSON.stringify(outcome)),
      }
    : {
        line: (text) => console.log(text),
        table: (rows) => console.table(rows),
        result() {},
      };
