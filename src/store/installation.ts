/** Where a bot was installed by others than who runs it. What lets it in there comes and goes encrypted: `sealing.ts`. */
export interface Installation {
  /** As the platform names the place. */
  readonly id: string;
  readonly sealed: Uint8Array;
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

/** Those of one platform. */
export interface Installations {
  /** Takes the place of the one before. */
  put(installation: Installation): Promise<void>;
  /** The same in other letters: no effect where another has taken its place meanwhile. */
  reseal(id: string, before: Uint8Array, sealed: Uint8Array): Promise<void>;
  find(id: string): Promise<Installation | undefined>;
  /** By id. */
  all(): Promise<readonly Installation[]>;
  /** False where another has taken its place meanwhile, or it is gone. */
  remove(id: string, sealed: Uint8Array): Promise<boolean>;
  close(): void;
}
