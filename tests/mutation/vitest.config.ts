/** The tests that a mutant must survive: those of the pure core, without the long random days. */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const ROOT = join(import.meta.dirname, '..', '..');

export default defineConfig({
  root: ROOT,
  cacheDir: join(ROOT, '.build', 'vite-mutation'),
  test: {
    include: ['tests/unit/hall/**/*.test.ts', 'tests/unit/calendar/**/*.test.ts'],
    environment: 'node',
    pool: 'threads',
    testTimeout: 20_000,
  },
});
