import type { List } from "../hooks/use-list.ts";

/** A list with its heading, what to say while it is empty, and the way to more of it. */
export function Listed<Item>({
  title,
  intro,
  empty,
  list,
  row,
}: {
  readonly title: string;
  readonly intro?: React.ReactNode;
  readonly empty: string;
  readonly list: List<Item, unknown>;
  readonly row: (item: Item) => React.ReactNode;
}) {
  return (
    <section className="flex flex-col gap-4">
      <h1 className="heading">{title}</h1>
      {intro}
      {list.problem && <p role="alert">{list.problem}</p>}
      {list.page !== undefined && list.items.length === 0 && <p className="text-quiet">{empty}</p>}
      <ul>{list.items.map(row)}</ul>
      {list.more && (
        <button type="button" className="button self-start" onClick={list.more}>
          More
        </button>
      )}
    </section>
  );
}
