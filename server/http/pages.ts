/**
 * The built pages, from disk, with the headers that keep a public screen safe: nothing is loaded
 * from anywhere else, no inline script or style, no frame around us. Assets have a hash in their
 * names and are kept for ever; pages are asked for anew each time.
 */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { problem } from './problem.ts';
import type { HallContext, Route } from './routes.ts';

export const SURFACES = [
  'kiosk',
  'lobby',
  'window',
  'phone',
  'clerk',
  'evaluator',
  'manager',
] as const;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.wav': 'audio/wav',
  '.webm': 'audio/webm',
  '.m4a': 'audio/mp4',
};

const POLICY = [
  "default-src 'none'",
  ...['script', 'style', 'img', 'font', 'media', 'worker', 'connect', 'manifest'].map(
    (kind) => `${kind}-src 'self'`,
  ),
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html yichuang-worker',
].join('; ');

/** The routes of the surfaces, their assets, and the start page. */
export function pageRoutes(pagesDir: string): Route[] {
  const page = (path: string, file: (c: HallContext) => string): Route => ({
    method: 'GET',
    path,
    access: 'public',
    about: 'A page.',
    handle: (c) => serve(c, pagesDir, file(c)),
  });
  return [
    {
      method: 'GET',
      path: '/',
      access: 'public',
      about: 'The list of surfaces.',
      handle: (c) => c.redirect('/lobby/'),
    },
    {
      method: 'GET',
      path: '/favicon.ico',
      access: 'public',
      about: 'Browsers ask for it; there is none.',
      handle: (c) => c.body(null, 204),
    },
    ...SURFACES.flatMap((surface) => [
      page(`/${surface}/`, () => `${surface}/index.html`),
      {
        method: 'GET',
        path: `/${surface}`,
        access: 'public',
        about: 'The same, without the stroke.',
        handle: (c: HallContext) => c.redirect(`/${surface}/${new URL(c.req.url).search}`),
      } satisfies Route,
    ]),
    page('/assets/*', (c) => c.req.path.slice(1)),
    page('/offline-worker.js', () => 'offline-worker.js'),
  ];
}

async function serve(c: HallContext, pagesDir: string, file: string): Promise<Response> {
  const safe = normalize(file);
  if (safe.startsWith('..')) return problem(c, 'not-found');
  const bytes = await readFile(join(pagesDir, safe)).catch(() => null);
  if (!bytes) return problem(c, 'not-found');
  const isPage = safe.endsWith('.html');
  const isKept = safe.startsWith('assets/');
  if (isPage) c.header('Content-Security-Policy', POLICY);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Cache-Control', isKept ? 'public, max-age=31536000, immutable' : 'no-cache');
  c.header('Content-Type', TYPES[extname(safe)] ?? 'application/octet-stream');
  return c.body(new Uint8Array(bytes));
}
