const MONTH = { month: "long", year: "numeric", timeZone: "UTC" } as const;

/** To what date films are known. @param completeTo "2023-07" */
export const knownTo = (completeTo: string): string =>
  `I know films to ${new Date(`${completeTo}-01`).toLocaleDateString("en", MONTH)}, and chosen ones since.`;
