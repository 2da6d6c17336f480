const MONTH = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });

/** To what date films are known. @param completeTo "2023-07" */
export const knownTo = (completeTo: string): string =>
  `I know films to ${MONTH.format(new Date(`${completeTo}-01`))}, and chosen ones since.`;
