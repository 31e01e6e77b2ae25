import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { PATIENT } from './helpers/patience.ts';

const ROOT = join(import.meta.dirname, '..');
const WITH_POSTGRES = { globalSetup: [join(import.meta.dirname, 'helpers', 'test-postgres.ts')] };

/**
 * One project for each cost: unit and tidy in seconds, integration with PostgreSQL, browser last. The
 * limits are for a loaded machine: they end what hangs, and never tell how fast anything is.
 */
function project(name: string, folders: readonly string[], options: object): object {
  const include = folders.map((folder) => `tests/${folder}/**/*.test.ts`);
  const common = { name, include, environment: 'node', expect: { poll: PATIENT } };
  return { root: ROOT, test: { ...common, ...options } };
}

export default defineConfig({
  root: ROOT,
  cacheDir: join(ROOT, '.build', 'vite'),
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      project('unit', ['unit', 'property'], { testTimeout: 120_000 }),
      project('tidy', ['tidy'], { testTimeout: 120_000 }),
      project('integration', ['integration', 'faults'], {
        ...WITH_POSTGRES,
        testTimeout: 180_000,
        hookTimeout: 180_000,
      }),
      project('browser', ['browser'], {
        ...WITH_POSTGRES,
        testTimeout: 240_000,
        hookTimeout: 180_000,
        // After the others: pages mostly wait, so three walk side by side on two cores.
        maxWorkers: 3,
        sequence: { groupOrder: 1 },
      }),
    ],
  },
});
