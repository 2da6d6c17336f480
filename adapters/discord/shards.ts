import { setTimeout as sleep } from "node:timers/promises";
import { type ClientOptions, SimpleShardingStrategy, WebSocketShardStatus } from "discord.js";

type WebSocketOptions = NonNullable<ClientOptions["ws"]>;
type Manager = Parameters<NonNullable<WebSocketOptions["buildStrategy"]>>[0];

/** How long the gateway may take to open a socket. */
const OPENS_WITHIN_MS = 10_000;
/** From the same moment: a shard that waits no more for a socket that is still being opened throws from nowhere. */
const SAYS_HELLO_WITHIN_MS = 2 * OPENS_WITHIN_MS;
/** How long the gateway may take to say that it has hung up, too; where it was not ready yet a shard waits for ever. */
const CLOSES_WITHIN_MS = 1_000;

/** Before it connects again, beside discord.js's own half a second; the last pause holds for all that follow. */
const PAUSES_MS = [0, 0, 1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * discord.js's own shards, made so that they can be given up at any moment. As they come, they connect once more where
 * they are destroyed in the pause before they try again, and throw from nowhere where a socket is being opened; and while
 * Discord is out of reach they try twice a second.
 */
export class Shards extends SimpleShardingStrategy {
  readonly #givenUp: AbortSignal;
  #isOpen = false;
  /** Since it was last ready. */
  #tries = 0;

  /** @param givenUp once it is, nothing is connected any more */
  constructor(manager: Manager, givenUp: AbortSignal) {
    super(manager);
    this.#givenUp = givenUp;
    const { options } = manager;
    const retrieveSessionInfo = options.retrieveSessionInfo.bind(options);
    options.retrieveSessionInfo = async (shard) => {
      // An idle shard asks before it connects; others ask at every event.
      if ((await this.fetchStatus()).get(shard) === WebSocketShardStatus.Idle) await this.#pause();
      return givenUp.aborted ? never() : retrieveSessionInfo(shard);
    };
    options.handshakeTimeout = OPENS_WITHIN_MS;
    options.helloTimeout = SAYS_HELLO_WITHIN_MS;
    manager.on("hello", () => {
      this.#isOpen = true;
      if (givenUp.aborted) void super.destroy();
    });
    manager.on("closed", () => {
      this.#isOpen = false;
    });
    for (const event of ["ready", "resumed"])
      manager.on(event, () => {
        this.#tries = 0;
      });
  }

  async #pause(): Promise<void> {
    const pauseMs = PAUSES_MS[Math.min(this.#tries++, PAUSES_MS.length - 1)]!;
    if (pauseMs > 0) await sleep(pauseMs, undefined, { signal: this.#givenUp, ref: false }).catch(() => {});
  }

  override async connect(): Promise<void> {
    this.#givenUp.throwIfAborted();
    await super.connect();
  }

  override async destroy(options?: Parameters<SimpleShardingStrategy["destroy"]>[0]): Promise<void> {
    if (this.#isOpen)
      await Promise.race([super.destroy(options), sleep(CLOSES_WITHIN_MS, undefined, { ref: false })]);
  }
}

/** A shard waits for its session before it connects. */
const never = () => new Promise<never>(() => {});
