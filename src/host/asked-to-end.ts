/** Ctrl-C, whoever manages services, and a terminal that goes away. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
/** A terminal tells Ctrl-C to npm and to the program, and npm passes it on: what comes within this time was said once. */
const SAID_ONCE_MS = 500;

/** Resolves when the process is asked to end. Asked once more, it ends at once. */
export function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    const hear = (): void => {
      resolve();
      setTimeout(() => {
        for (const signal of SIGNALS) process.off(signal, hear);
      }, SAID_ONCE_MS).unref();
    };
    for (const signal of SIGNALS) process.on(signal, hear);
  });
}
