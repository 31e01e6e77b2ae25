/**
 * Keeps this screen's page for a start without a server, see worker.ts. What the page has loaded
 * before the worker was there is asked for once more, now through it, so that it is kept as well.
 */
interface ScriptUrls {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

const WORKER = '/offline-worker.js';
const READY_MAX_MS = 20_000;

/** Never fails: without a worker the screen works, it only cannot start alone. */
export async function keepPage(): Promise<void> {
  const { serviceWorker } = globalThis.navigator;
  // Browsers leave it out where the address is not secure.
  if (!('serviceWorker' in globalThis.navigator)) return;
  try {
    const scope = globalThis.location.pathname;
    await serviceWorker.register(trusted(WORKER), { scope });
    await Promise.race([controlled(serviceWorker), after(READY_MAX_MS)]);
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const assets = loaded.filter((name) => new URL(name).pathname.startsWith('/assets/'));
    await Promise.all([scope, ...assets].map((url) => fetch(url)));
  } catch {
    // Refused or cut off: the next start tries again.
  }
}

/** An active worker may not have taken this page over yet: until then requests pass it by. */
async function controlled(serviceWorker: ServiceWorkerContainer): Promise<void> {
  await serviceWorker.ready;
  if (serviceWorker.controller) return;
  await new Promise<void>((resolve) => {
    serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
    if (serviceWorker.controller) resolve();
  });
}

function trusted(url: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: ScriptUrls };
  const rules = { createScriptURL: (text: string) => text };
  return trustedTypes?.createPolicy('yichuang-worker', rules).createScriptURL(url) ?? url;
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
