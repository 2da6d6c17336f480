/** A trained model that cannot be used as it lies on disk. The message says what was found and how to get a good one. */
export class ArtifactError extends Error {
  override name = "ArtifactError";

  constructor(where: string, found: string, options?: ErrorOptions) {
    super(
      `${where}: ${found}. Restore the model that ships with Matinee (git checkout -- artifacts), or train one: npm run train -- --help`,
      options,
    );
  }
}
