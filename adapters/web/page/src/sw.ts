/** The service worker: the shell of the page and posters that were seen, for when there is no network. */
/// <reference lib="webworker" />

const worker = self as unknown as ServiceWorkerGlobalScope;
const SHELL = "shell-1";
const POSTERS = "posters-1";
const MOST_POSTERS = 150;

/** The page and what it names; the names of assets change with their content. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(SHELL);
  const page = await fetch("/", { cache: "no-cache", headers: { accept: "text/html" } });
  if (!page.ok) throw new Error(`the page answered ${page.status}`);
  const text = await page.clone().text();
  await cache.put("/", page);
  const assets = [...text.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = ""]) => path);
  await cache.addAll([...new Set([...assets, "/manifest.webmanifest", "/icon.svg"])]);
}

worker.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => {
  const drop = async () => {
    for (const name of await caches.keys()) {
      if (name !== SHELL && name !== POSTERS) await caches.delete(name);
    }
    await worker.clients.claim();
  };
  event.waitUntil(drop());
});

/** The newest page where there is a network, else the kept one. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match("/")) ?? Response.error();
  }
}

/** What never changes under its name. */
async function once(request: Request, name: string, most?: number): Promise<Response> {
  const cache = await caches.open(name);
  const known = await cache.match(request);
  if (known) return known;
  const response = await fetch(request);
  if (!response.ok) return response;
  await cache.put(request, response.clone());
  if (most !== undefined) {
    const all = await cache.keys();
    await Promise.all(all.slice(0, Math.max(0, all.length - most)).map((old) => cache.delete(old)));
  }
  return response;
}

async function shell(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request)) ?? Response.error();
  }
}

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    const isPage = !/^\/(people|films|docs|openapi|health|metrics|shared|operate)/.test(pathname);
    if (isPage) event.respondWith(page(request));
  } else if (pathname.startsWith("/assets/")) event.respondWith(once(request, SHELL));
  else if (/^\/films\/[^/]+\/poster\.svg$/.test(pathname))
    event.respondWith(once(request, POSTERS, MOST_POSTERS));
  else if (pathname === "/manifest.webmanifest" || pathname.startsWith("/icon"))
    event.respondWith(shell(request));
});
