import { groundFor } from "./colour.ts";

/**
 * Colours by tone. Each palette goes from dark to light, with an accent and a spark to set against them. On each of its
 * colours ink or paper can be read.
 */
export interface Palette {
  readonly ink: string;
  readonly deep: string;
  readonly mid: string;
  readonly soft: string;
  readonly paper: string;
  readonly accent: string;
  readonly spark: string;
}

function palette(colours: string): Palette {
  const [ink, deep, mid, soft, paper, accent, spark] = colours
    .split(" ")
    .map((colour) => `#${colour}`) as Seven;
  const ground = (colour: string) => groundFor(colour, ink, paper);
  return {
    ink,
    deep: ground(deep),
    mid: ground(mid),
    soft: ground(soft),
    paper,
    accent: ground(accent),
    spark: ground(spark),
  };
}
type Seven = [string, string, string, string, string, string, string];

export const PALETTES = {
  dread: [
    palette("0d0a0b 2a0f12 6a1f22 b9a89a efe6d8 d7261e f2b441"),
    palette("0a0d0c 14231f 2e4f43 93a894 e6ead9 c8321f d9c93d"),
    palette("0c0a12 1f1630 46325f a195b0 ece6ee e0303f f0c05a"),
    palette("0b0d10 1b2229 424f58 a9b3b3 eeeee6 c62828 e9d8a6"),
  ],
  tense: [
    palette("0b0e14 16202e 3a4b60 9fb0bf eef1ef f2542d f5c84b"),
    palette("101010 262524 5a5650 bdb8ae f3efe6 ffb400 e63b2e"),
    palette("0a1416 10282d 2c5560 94b3b4 eaf1ec ff5a36 ffd166"),
    palette("14100c 33241a 75513a c9a684 f6ead6 e4461f f2b134"),
  ],
  cosmic: [
    palette("070b1a 101b3f 2d4686 8fb0dc eaf2fb ff6b4a ffd27a"),
    palette("0b0817 221347 52309a b39ce6 f2edff ff4f8b 43e0ff"),
    palette("06121a 0b2f3d 1d6a7b 8cc7c7 eaf6f1 f7893b f4d35e"),
    palette("0e0b14 2b1a34 7a2f4d e08b6d fbeadb ff7a3d ffd9a0"),
  ],
  epic: [
    palette("1b120b 4a2a14 9a5b26 e0b46e fbf0d9 c8371f 1f6f78"),
    palette("0f1a1c 1d3c3c 3f7a6c b5c99a f6f1d8 e0812c d23b2f"),
    palette("16131f 332a55 6b5b95 d5b7a5 f8eee0 e8893c f2c14e"),
    palette("0d1a26 18405c 3b7f9c b7d2cd f8f3e2 e05f2b f4b942"),
  ],
  dust: [
    palette("20100a 5c2414 b0502a e9a65d fbe9c8 d8381e 2d6a6a"),
    palette("1d1410 4d3020 9c6a3f dcb37c f8ecd2 b7351c 37706a"),
    palette("1a1518 4b2437 a34a4a f0a868 fdebd0 e4572e f6d365"),
  ],
  tender: [
    palette("2b0f1e 6a1b3b c14a68 f2b5b0 fff1e8 e5343f f6b352"),
    palette("1d1630 46326b 8a6bb1 e3bfd9 fdf3f1 f0577a ffc36b"),
    palette("14252b 24505a 5b9aa0 f1c8b5 fdf5ea e4604e f4b942"),
    palette("26161a 6b2d3c b96b6b f0cdb8 fdf4e7 cf4037 7a9e87"),
  ],
  bright: [
    palette("17171f 1f3a93 2f7de1 ffd23f fff8e3 ff4d3d 16b57f"),
    palette("1c1420 7a1f5c f0567a ffd1ba fff6ea ff9f1c 2ec4b6"),
    palette("13261f 0f6b53 25b07c f9e08b fffbe8 f4593b 2f6fed"),
    palette("1f1410 9c2f14 f26b21 ffd36e fff7e0 1e88c9 e63946"),
    palette("101c2c 1b4965 3aa0c9 fde2a7 fffaf0 f2545b f7b32b"),
  ],
  still: [
    palette("11181f 26394a 5c7a8c b8c4c2 f1eee6 c8553d e0a458"),
    palette("1a1716 3d3430 7d6b60 c9b8a5 f5efe4 a63d2f 5c8374"),
    palette("151b16 2f4034 6b8068 c3cbab f4f1e1 d0672f e9c46a"),
    palette("161620 34344e 6f6f96 c5c0d0 f4f0ee d9644a e8b45a"),
  ],
  noir: [
    palette("0a0a0b 1d1e22 56585f b3b4b5 f2f0ea d9a400 c0392b"),
    palette("0c0b09 221f1a 5f584b b9ad97 f3ecdc c0392b d9b45a"),
    palette("090b0d 18212a 4d5d6b adb8bf f0f1ee e0b13a b8322a"),
  ],
  play: [
    palette("1e1b3a 3b3a8f 5fb4e5 ffd6a5 fff9ec ff5d5d ffc93c"),
    palette("12303a 1a6d7a 48c0b0 fbe3a1 fffbee f76b3c e94f8a"),
    palette("21143a 5a2a83 a56cc1 ffc8dd fff5f7 ff7096 ffd166"),
    palette("10281c 22693f 6cbf5f fbe7a1 fffdf0 f25c54 3d8bd4"),
  ],
  neon: [
    palette("0d0221 2a0a55 7b1fa2 f79bd3 fdf0ff ff2e88 21e6ff"),
    palette("05060f 12124a 3a2fb0 9fa8ff f0f2ff ff3864 2de2e6"),
    palette("0a0a12 1f1033 6a1b6d ff9e9e fff0e8 ff5e3a ffd319"),
  ],
  field: [
    palette("14140e 343522 6e6b45 bfb68a f1ebd3 b8321f d99a2b"),
    palette("12161a 2d3a40 667a7a b9bfae efeee2 c4402a d8a13a"),
    palette("1a1410 453526 87704d ccb98d f4ead2 9e2b20 d68c2a"),
  ],
  plain: [
    palette("101418 1f2f3a 4a7280 c7d5d2 f6f6f0 f25c05 f2b705"),
    palette("15131a 2e2a3d 635d85 d3cfe0 f7f5f0 e4572e 17bebb"),
    palette("121a17 24443a 4f8372 cfdccb f7f7ee e76f51 f4a261"),
  ],
} satisfies Readonly<Record<string, readonly Palette[]>>;
export type Tone = keyof typeof PALETTES;
