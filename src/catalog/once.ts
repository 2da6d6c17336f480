/** Made when first it is asked for, and then kept; what it is made of is let go. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  let making: (() => T) | undefined = make;
  return () => {
    if (!made) {
      made = { value: making!() };
      making = undefined;
    }
    return made.value;
  };
}
