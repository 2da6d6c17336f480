/** One value for each column of a table. */
export const byColumn = <Column extends string, Value>(
  columns: readonly Column[],
  value: (column: Column) => Value,
): Record<Column, Value> =>
  Object.fromEntries(columns.map((column) => [column, value(column)])) as Record<Column, Value>;
