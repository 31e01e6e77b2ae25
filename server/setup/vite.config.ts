import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');

/** Every folder of display and counter-client that has an index.html is a page. */
const pages = ['display', 'counter-client'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .map((name) => join(ROOT, folder, name, 'index.html'))
    .filter((path) => existsSync(path)),
);

export default defineConfig({
  root: ROOT,
  base: '/',
  cacheDir: join(ROOT, '.build', 'vite'),
  publicDir: false,
  build: {
    assetsDir: 'assets',
    emptyOutDir: true,
    // The pages' policy allows fonts, sounds and styles from their own host only: no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: [...pages, join(ROOT, 'display', 'offline', 'worker.ts')],
      output: {
        // A worker's scope is the folder of its address, so it stands at the top, under one name.
        entryFileNames: ({ name }) =>
          name === 'worker' ? 'offline-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
});
