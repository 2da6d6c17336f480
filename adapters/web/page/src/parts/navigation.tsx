import { follow } from "../hooks/use-route.ts";

const PLACES = [
  ["/", "Tonight"],
  ["/together", "Together"],
  ["/later", "Later"],
  ["/favourites", "Favourites"],
  ["/history", "History"],
  ["/hidden", "Hidden"],
  ["/profile", "You"],
] as const;

export const Navigation = ({ route }: { readonly route: string }) => (
  <header className="flex flex-wrap items-center justify-between gap-x-6 py-2 sm:py-4">
    <a href="/" onClick={follow("/")} className="flex min-h-11 items-center font-title text-2xl text-accent">
      Matinee
    </a>
    <nav aria-label="Places" className="-mx-2 flex max-w-full overflow-x-auto">
      {PLACES.map(([path, name]) => (
        <a
          key={path}
          href={path}
          onClick={follow(path)}
          aria-current={route === path ? "page" : undefined}
          className="flex min-h-11 min-w-11 shrink-0 items-center justify-center rounded-full px-2 text-quiet hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-accent aria-[current]:decoration-2 aria-[current]:underline-offset-8 sm:px-3"
        >
          {name}
        </a>
      ))}
    </nav>
  </header>
);
