import type { ReactNode } from "react";

interface TileProps {
  readonly name: string;
  readonly value: string;
  readonly means: ReactNode;
  /** Needs somebody. */
  readonly isBad?: boolean;
}

/** One figure, large, with what it means. */
export const Tile = ({ name, value, means, isBad = false }: TileProps) => (
  <div className="kept-whole flex flex-col gap-1 rounded-2xl border border-line bg-raised p-4 sm:p-5">
    <dt className="text-sm font-semibold text-quiet">{name}</dt>
    <dd className={`font-title text-2xl break-words sm:text-3xl ${isBad ? "text-dislike" : ""}`}>{value}</dd>
    <dd className="text-sm text-quiet">{means}</dd>
  </div>
);
