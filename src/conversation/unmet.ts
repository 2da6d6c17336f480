/** What is not known of the movies, so that no request can be held to it. */
export type Unmet =
  | { readonly kind: "runtime" | "language" | "country" }
  | { readonly kind: "title"; readonly names: readonly string[] }
  | { readonly kind: "people" | "moods" | "themes"; readonly names: readonly string[] };
