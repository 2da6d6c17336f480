import type { ToldFilm } from "../../../told.ts";

const hours = (minutes: number): string =>
  minutes < 60
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)} h ${minutes % 60 === 0 ? "" : minutes % 60}`.trim();

/** Year, length and country in one line. */
export function factsInOneLine({ year, minutes, countries, languages }: ToldFilm): string {
  const foreign = languages[0] !== undefined && languages[0] !== "English" ? `in ${languages[0]}` : undefined;
  return [
    year === undefined ? undefined : String(year),
    minutes === undefined ? undefined : `about ${hours(minutes)}`,
    countries.slice(0, 2).join(", ") || undefined,
    foreign,
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}

const Fact = ({ name, children }: { readonly name: string; readonly children: React.ReactNode }) => (
  <>
    <dt className="text-quiet">{name}</dt>
    <dd>{children}</dd>
  </>
);

/** Who made it, who is in it, what kind it is. */
export const People = ({ film: { directors, cast, genres, rating } }: { readonly film: ToldFilm }) => (
  <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
    {directors.length > 0 && (
      <Fact name={directors.length === 1 ? "Director" : "Directors"}>{directors.join(", ")}</Fact>
    )}
    {cast.length > 0 && <Fact name="With">{cast.slice(0, 3).join(", ")}</Fact>}
    {genres.length > 0 && <Fact name="Genres">{genres.join(", ")}</Fact>}
    {rating && (
      <Fact name="Rating">
        <span aria-hidden="true">★ </span>
        {rating.stars.toFixed(1)} of 5{" "}
        <span className="text-quiet">from {rating.ratings.toLocaleString("en")} ratings</span>
      </Fact>
    )}
  </dl>
);

/** All the rest that is known. */
export const Details = ({
  film: { title, cast, languages, series, oscars, tags, links },
}: {
  readonly film: ToldFilm;
}) => (
  <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
    {cast.length > 3 && <Fact name="Also with">{cast.slice(3).join(", ")}</Fact>}
    {languages.length > 0 && <Fact name="Spoken">{languages.join(", ")}</Fact>}
    {series && (
      <Fact name="Series">
        {series.name}, part {series.place}
      </Fact>
    )}
    {oscars && (
      <Fact name="Oscars">
        {oscars.won} of {oscars.nominated} nominations
      </Fact>
    )}
    {tags.length > 0 && <Fact name="About">{tags.join(", ")}</Fact>}
    {(links.imdb || links.wikipedia) && (
      <Fact name="More">
        {links.imdb && (
          <a
            className="mr-4 inline-flex min-h-11 items-center underline"
            href={links.imdb}
            target="_blank"
            rel="noreferrer"
          >
            {title} on IMDb
          </a>
        )}
        {links.wikipedia && (
          <a
            className="inline-flex min-h-11 items-center underline"
            href={links.wikipedia}
            target="_blank"
            rel="noreferrer"
          >
            in Wikipedia
          </a>
        )}
      </Fact>
    )}
  </dl>
);
