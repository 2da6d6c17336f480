import type { ToldCount } from "../../../told.ts";

const ROW = 34;
const LABEL = 120;
const HALF = 200;
const WIDTH = LABEL + 2 * HALF;

/** Likes to the right, dislikes to the left, one row each. The numbers stand beside the bars, for eyes and ears. */
export function LeaningChart({
  title,
  counts,
}: {
  readonly title: string;
  readonly counts: readonly ToldCount[];
}) {
  const most = Math.max(1, ...counts.flatMap(({ liked, disliked }) => [liked, disliked]));
  const long = (count: number) => (count / most) * (HALF - 36);
  const middle = LABEL + HALF;
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="font-title text-2xl">{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${counts.length * ROW}`}
        className="w-full max-w-2xl"
        role="img"
        aria-label={`${title}: ${counts.map(({ name, liked, disliked }) => `${name}, ${liked} liked, ${disliked} not`).join("; ")}`}
      >
        {counts.map(({ name, liked, disliked }, at) => {
          const y = at * ROW;
          return (
            <g key={name} fill="currentColor" fontSize="15">
              <text x={LABEL - 8} y={y + 22} textAnchor="end">
                {name}
              </text>
              <rect
                x={middle - long(disliked)}
                y={y + 8}
                width={long(disliked)}
                height={20}
                rx={3}
                className="fill-dislike"
              />
              <rect x={middle} y={y + 8} width={long(liked)} height={20} rx={3} className="fill-like" />
              {disliked > 0 && (
                <text x={middle - long(disliked) - 6} y={y + 23} textAnchor="end">
                  {disliked}
                </text>
              )}
              {liked > 0 && (
                <text x={middle + long(liked) + 6} y={y + 23}>
                  {liked}
                </text>
              )}
            </g>
          );
        })}
        <line x1={middle} x2={middle} y1={0} y2={counts.length * ROW} className="stroke-line" />
      </svg>
    </figure>
  );
}
