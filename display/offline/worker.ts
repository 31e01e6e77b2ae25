/**
 * The screens' own copy of their pages, so that a lobby or window screen that is switched on while
 * the server is away shows its last picture with its age, and never a browser's error page. Pages
 * are asked for anew each time and kept; assets carry a hash in their names and are kept as they are.
 * Needs a secure context: the machine's own address, or https.
 */
interface WorkerScope {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: AskEvent) => void): void;
}
interface LifeEvent {
  waitUntil(work: Promise<unknown>): void;
}
interface AskEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const KEPT = 'yichuang-screens-1';
/** A page that the server has not sent by then is taken from the copy. */
const PAGE_DEADLINE_MS = 3_000;
const PAGES = /^\/(lobby|window)\/$/;
const worker = globalThis as unknown as WorkerScope;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== globalThis.location.origin) return;
  if (PAGES.test(pathname)) event.respondWith(newPage(request, pathname));
  else if (pathname.startsWith('/assets/')) event.respondWith(keptAsset(request));
});

/** The page as the server has it, else as it was; one copy whatever the query. */
async function newPage(request: Request, pathname: string): Promise<Response> {
  const kept = await caches.open(KEPT);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PAGE_DEADLINE_MS) });
    if (answer.ok) await kept.put(pathname, answer.clone());
    return answer;
  } catch (error) {
    const copy = await kept.match(pathname);
    if (copy) return copy;
    throw error;
  }
}

async function keptAsset(request: Request): Promise<Response> {
  const kept = await caches.open(KEPT);
  const copy = await kept.match(request);
  if (copy) return copy;
  const answer = await fetch(request);
  if (answer.ok) await kept.put(request, answer.clone());
  return answer;
}
