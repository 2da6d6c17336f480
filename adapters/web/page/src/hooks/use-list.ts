import { useEffect, useState } from "react";
import type { ToldPage } from "../../../told.ts";
import { ask } from "../api/ask.ts";

export interface List<Item, Page> {
  readonly items: readonly Item[];
  readonly page: Page | undefined;
  readonly problem: string;
  readonly more: (() => void) | undefined;
}

/** A list that is read page by page, and again when something was done since. */
export function useList<Item, Page extends ToldPage<Item> = ToldPage<Item>>(
  path: string,
  revision: number,
): List<Item, Page> {
  const [pages, setPages] = useState<readonly Page[]>([]);
  const [problem, setProblem] = useState("");

  useEffect(() => {
    let isOld = false;
    ask<Page>("GET", path).then(
      (page) => {
        if (!isOld) setPages([page]);
      },
      (error: Error) => {
        if (!isOld) setProblem(error.message);
      },
    );
    return () => {
      isOld = true;
    };
  }, [path, revision]);

  const next = pages.at(-1)?.next;
  const more = async () => {
    const separator = path.includes("?") ? "&" : "?";
    try {
      const page = await ask<Page>("GET", `${path}${separator}cursor=${encodeURIComponent(next ?? "")}`);
      setPages((before) => [...before, page]);
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return {
    items: pages.flatMap(({ items }) => items),
    page: pages[0],
    problem,
    more: next ? () => void more() : undefined,
  };
}
