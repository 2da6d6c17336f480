/**
 * What processes that share a store tell each other besides. It may get lost where a connection breaks: nothing that must be
 * kept, and nothing that is right only when it is heard.
 */
export interface Signals {
  /** To all other processes, soon. Never fails. */
  tell(topic: string, data: unknown): void;
  /** What another process has told. */
  on(topic: string, heard: (data: unknown) => void): void;
  /** Something may have been missed, for the connection was broken. */
  onGap(heard: () => void): void;
  close(): Promise<void>;
}
