/** What a look at one thing found. A fault says in its sentence how to mend it. */
export type Finding =
  | { readonly is: "well"; readonly says: string }
  | { readonly is: "fault"; readonly says: string }
  /** Nothing is set up that would need it. */
  | { readonly is: "unused"; readonly says: string };

export interface Check {
  readonly name: string;
  /** @throws Error whose message is the sentence of a fault */
  look(): Promise<Finding> | Finding;
}

export const well = (says: string): Finding => ({ is: "well", says });
export const fault = (says: string): Finding => ({ is: "fault", says });
export const unused = (says: string): Finding => ({ is: "unused", says });

/** Nobody waits longer for what may never answer. */
const WITHIN_MS = 15_000;

/** Never rejects. */
export async function found({ look }: Check, withinMs = WITHIN_MS): Promise<Finding> {
  let resolve: (finding: Finding) => void = () => {};
  const late = new Promise<Finding>((settle) => {
    resolve = settle;
  });
  const timer = setTimeout(
    () => resolve(fault(`No answer within ${withinMs / 1000} s: see that the network reaches it.`)),
    withinMs,
  );
  try {
    return await Promise.race([look(), late]);
  } catch (error) {
    return fault(error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}
