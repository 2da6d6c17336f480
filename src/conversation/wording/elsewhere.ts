/** What a service elsewhere tells of a film, as it is added to a card: marked as theirs, with what its terms want said. */
import type { FilmDetails, WatchOffers } from "../../catalog/film-details.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Card, Field } from "../card.ts";
import { cut, list } from "./format.ts";

/** TMDB's terms have it said in these words. */
export const TMDB_NOTICE = "This product uses the TMDB API but is not endorsed or certified by TMDB.";

/** More of an overview than this would hide the rest of the card. */
const LONGEST_OVERVIEW = 700;
const MOST_SERVICES = 6;

/** The card with what it wants of these details, and without its wish for them. */
export function withDetails({ elsewhere, ...card }: Card, details?: FilmDetails): Card {
  if (!elsewhere || !details) return card;
  const { adds, instead, film } = elsewhere;
  const { overview, poster, watch } = details;
  const named = "title" in film ? `${titleWithYear(details)}: ` : "";
  const told =
    adds.includes("overview") && overview !== undefined
      ? [{ name: "TMDB says", value: cut(`${named}${overview}`, LONGEST_OVERVIEW) }]
      : [];
  const offers = adds.includes("watch") && watch ? [whereToWatch(watch)] : [];
  const added = [...told, ...offers];
  const page = adds.includes("watchLink") && watch && isOffered(watch) ? watch.url : undefined;
  return {
    ...card,
    ...(adds.includes("poster") &&
      poster && { picture: { url: poster.url, alt: `Poster of ${titleWithYear(details)}` } }),
    ...(page !== undefined && { links: [...(card.links ?? []), { label: "Where to watch", url: page }] }),
    ...(added.length > 0 && {
      ...(instead && { lines: [] }),
      fields: [...added, ...(card.fields ?? []), { name: "Notice", value: TMDB_NOTICE }],
    }),
  };
}

/** @param isTold whether anybody tells what is on them */
export const servicesSet = (services: readonly string[], isTold: boolean): string =>
  isTold
    ? `From now on: only what is on ${list(services)}, as far as JustWatch knows. Say any service to end that.`
    : `Noted: you have ${list(services)}. What is on it I cannot tell, until whoever runs this sets a key of TMDB. Say any service to take it back.`;

/** Where nothing that was looked up is on any of the services that somebody has. */
export const onNone = (services: readonly string[]): string =>
  `Of what fits I found nothing on ${list(services)}, so this is wherever it is.`;

const isOffered = ({ stream, free, rent, buy }: WatchOffers): boolean =>
  [stream, free, rent, buy].some((services) => services.length > 0);

/** "United States: Netflix; rent: Apple TV, Amazon Video (by JustWatch)" */
function whereToWatch({ country, stream, free, rent, buy }: WatchOffers): Field {
  const kinds = [
    ["", stream],
    ["free: ", free],
    ["rent: ", rent],
    ["buy: ", buy],
  ] as const;
  const offers = kinds.flatMap(([kind, services]) =>
    services.length > 0 ? [`${kind}${some(services)}`] : [],
  );
  const where = new Intl.DisplayNames("en", { type: "region" }).of(country) ?? country;
  return {
    name: "Where to watch",
    value: `${where}: ${offers.join("; ") || "nowhere, as far as is known"} (by JustWatch)`,
  };
}

const some = (services: readonly string[]): string =>
  services.length > MOST_SERVICES
    ? `${services.slice(0, MOST_SERVICES).join(", ")} and ${services.length - MOST_SERVICES} more`
    : list(services);
