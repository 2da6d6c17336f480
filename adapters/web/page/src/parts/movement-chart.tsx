interface Leaning {
  readonly name: string;
  readonly weight: number;
  readonly before: number;
}

const ROW = 34;
const LABEL = 120;
const LENGTH = 360;

/** How far the taste leans to each genre now, and where it stood ten answers ago. */
export function MovementChart({ leanings }: { readonly leanings: readonly Leaning[] }) {
  const most = Math.max(0.01, ...leanings.flatMap(({ weight, before }) => [weight, before]));
  const at = (weight: number) => LABEL + 8 + (weight / most) * LENGTH;
  const share = (weight: number) => `${Math.round(weight * 100)} %`;
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="font-title text-2xl">How it moved</figcaption>
      <p className="text-sm text-quiet">
        The ring is where your taste stood ten answers ago, the dot where it is now.
      </p>
      <svg
        viewBox={`0 0 ${LABEL + LENGTH + 40} ${leanings.length * ROW}`}
        className="w-full max-w-2xl"
        role="img"
        aria-label={`How it moved: ${leanings.map(({ name, weight, before }) => `${name} from ${share(before)} to ${share(weight)}`).join("; ")}`}
      >
        {leanings.map(({ name, weight, before }, row) => {
          const y = row * ROW + 17;
          return (
            <g key={name} fill="currentColor" fontSize="15">
              <text x={LABEL - 8} y={y + 5} textAnchor="end">
                {name}
              </text>
              <line x1={at(before)} x2={at(weight)} y1={y} y2={y} className="stroke-accent" strokeWidth={3} />
              <circle cx={at(before)} cy={y} r={6} className="fill-ground stroke-quiet" strokeWidth={2} />
              <circle cx={at(weight)} cy={y} r={6} className="fill-accent" />
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
