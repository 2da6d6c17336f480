/** A table: the first column says what the row is about. */
export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What a chart shows, to be read. */
export const Numbers = (table: Table) => (
  <details className="group not-printed text-sm">
    <summary className="flex min-h-11 cursor-pointer items-center gap-2 text-quiet">
      <Opens /> In numbers
    </summary>
    <Rows {...table} />
  </details>
);

/** A sign that there is more, which turns when it is there. Within a details of the class group. */
export const Opens = () => (
  <span aria-hidden="true" className="group-open:rotate-90">
    ▸
  </span>
);

export function Rows({ caption, head, rows }: Table) {
  return (
    // a table that is wider than a phone is moved by itself, by keys as well
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className="w-full border-collapse text-left text-sm tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-quiet">
            {head.map((name, at) => (
              <th
                key={name}
                scope="col"
                className={`py-2 font-normal ${at === 0 ? "pr-3" : "px-1.5 text-right sm:px-2"}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={String(name)} className="border-b border-line last:border-0">
              <th scope="row" className="py-2 pr-3 font-normal">
                {name}
              </th>
              {cells.map((cell, at) => (
                <td key={head[at + 1]} className="px-1.5 py-2 text-right whitespace-nowrap sm:px-2">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
