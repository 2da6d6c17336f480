/** What is worked out of a model, or of another value, when first it is asked for, and kept as long as that is. */
export function perModel<M extends object, T extends object>(make: (model: M) => T): (model: M) => T {
  const made = new WeakMap<M, T>();
  return (model) => {
    const known = made.get(model);
    if (known) return known;
    const value = make(model);
    made.set(model, value);
    return value;
  };
}
