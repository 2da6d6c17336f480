import { useEffect, useRef } from "react";
import { useRoute } from "./hooks/use-route.ts";
import { Navigation } from "./parts/navigation.tsx";
import { Notice } from "./parts/notice.tsx";
import { Favourites } from "./views/favourites.tsx";
import { Hidden } from "./views/hidden.tsx";
import { History } from "./views/history.tsx";
import { Profile } from "./views/profile.tsx";
import { Together } from "./views/together.tsx";
import { Tonight } from "./views/tonight.tsx";
import { WatchLater } from "./views/watch-later.tsx";

const VIEWS: Readonly<Record<string, { readonly title: string; readonly View: () => React.ReactNode }>> = {
  "/": { title: "Tonight", View: Tonight },
  "/together": { title: "Together", View: Together },
  "/later": { title: "Later", View: WatchLater },
  "/favourites": { title: "Favourites", View: Favourites },
  "/history": { title: "History", View: History },
  "/hidden": { title: "Hidden", View: Hidden },
  "/profile": { title: "You", View: Profile },
};

export function App() {
  const route = useRoute();
  const place = route.startsWith("/together/") ? "/together" : route;
  const { title, View } = VIEWS[place] ?? VIEWS["/"]!;
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);

  useEffect(() => {
    document.title = `${title} · Matinee`;
    // Whoever does not see the page hears that another view is here
    if (!isFirst.current) main.current?.focus();
    isFirst.current = false;
  }, [title]);

  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-4 sm:px-8">
      <a
        href="#main"
        className="button sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10"
      >
        To the film
      </a>
      <Navigation route={place} />
      <main id="main" ref={main} tabIndex={-1} className="flex flex-1 flex-col pb-6 outline-none">
        <View key={route} />
      </main>
      <Notice />
    </div>
  );
}
