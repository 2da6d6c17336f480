import type { ToldShare } from "../../../../told-operator.ts";
import { inPercent, inWhole } from "../in-words.ts";

export interface ShareRow {
  readonly name: string;
  readonly share: ToldShare;
  /** Cases. */
  readonly count: number;
}

/** Shares as bars, each with the interval that it lies in for 19 of 20 such figures. */
export function Shares({ rows }: { readonly rows: readonly ShareRow[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {rows.map(({ name, share: { share, low, high }, count }) => (
        <li key={name}>
          <p className="flex items-baseline justify-between gap-3">
            <span>{name}</span>
            <span className="text-right text-sm whitespace-nowrap text-quiet">
              <strong className="text-base text-ink">{inPercent(share)}</strong> {inPercent(low)} to{" "}
              {inPercent(high)}, {inWhole(count)}
            </span>
          </p>
          <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="mt-1 h-3 w-full" aria-hidden="true">
            <rect width="100" height="6" className="fill-line" opacity="0.5" />
            <rect width={100 * share} height="6" className="fill-chart-1" />
            <rect
              x={100 * low}
              width={Math.max(0.4, 100 * (high - low))}
              y="2.2"
              height="1.6"
              className="fill-ink"
            />
          </svg>
        </li>
      ))}
    </ul>
  );
}
