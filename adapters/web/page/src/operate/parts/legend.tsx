const COLOURS = 6;

/** Which colour of a chart is what, in the order of its series. */
export const Legend = ({ names }: { readonly names: readonly string[] }) => (
  <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
    {names.map((name, nth) => (
      <li key={name} className="flex items-center gap-2">
        <svg viewBox="0 0 12 12" className={`size-3 fill-chart-${(nth % COLOURS) + 1}`} aria-hidden="true">
          <rect width="12" height="12" rx="3" />
        </svg>
        {name}
      </li>
    ))}
  </ul>
);
