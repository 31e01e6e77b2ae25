// Nothing of the machine that it was written on: no private paths, no registries, no keys.
import { describe, expect, test } from 'vitest';
import { FILES, TEXT_FILES, found, textOf } from './sources.ts';

const OWN = 'tests/tidy/tracked.test.ts';
const READ = TEXT_FILES.filter((path) => path !== OWN);

const MACHINE = /(?<![\w.])\/(work|home|root|Users|tmp|mnt|opt)\/[\w.-]+/u;
const REGISTRY = /https?:\/\/[\w.-]*(registry|npmjs|npmmirror|artifactory|nexus|verdaccio)[\w.-]*/u;
const KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(gh[pous]_|npm_|sk-)[A-Za-z0-9]{20,}/u;

describe.each([
  ['paths of a machine', MACHINE],
  ['hosts of a registry', REGISTRY],
  ['keys', KEY],
])('%s', (_, pattern) => {
  test('stand in no file', () => {
    expect(found(READ, (path) => textOf(path).match(pattern)?.slice(0, 1) ?? [])).toEqual([]);
  });
});

test('the lock file names versions and digests, and no host', () => {
  const lock = textOf('package-lock.json');
  expect(lock).not.toMatch(/"resolved"/u);
  expect(lock).toMatch(/"integrity": "sha512-/u);
});

test('dependencies are pinned to one version each', () => {
  const manifest = JSON.parse(textOf('package.json')) as Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'];
  const loose = kinds
    .flatMap((kind) => Object.entries(manifest[kind] ?? {}))
    .filter(([, version]) => !/^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/u.test(version));
  expect(loose).toEqual([]);
});

test('no builds, data or pictures of tests are kept', () => {
  const odd = FILES.filter((path) => /\.(log|sqlite|db|pem|key|tsbuildinfo|env)$/u.test(path));
  expect(odd).toEqual([]);
});
