import { type MouseEvent, useSyncExternalStore } from "react";

const subscribe = (listener: () => void) => {
  addEventListener("popstate", listener);
  return () => removeEventListener("popstate", listener);
};

/** Where the page is: "/history". */
export const useRoute = (): string => useSyncExternalStore(subscribe, () => location.pathname);

export function go(path: string): void {
  if (path === location.pathname) return;
  history.pushState(null, "", path);
  dispatchEvent(new PopStateEvent("popstate"));
  scrollTo(0, 0);
}

/** For links within the page; a new tab is left to the browser. */
export const follow =
  (path: string) =>
  (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(path);
  };
