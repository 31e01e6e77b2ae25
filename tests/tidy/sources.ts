/**
 * The repository's own files as the tidy tests read them: what git tracks or would track, walked
 * without git, so that an unpacked archive can be proven too. Paths have forward slashes.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
/** As .gitignore has them; `data` at the top alone. */
const SKIPPED = new Set(['node_modules', '.build', '.artefacts', '.git', 'data']);
const SKIPPED_NAMES = new Set(['node_modules', '.git']);
const FILES_MAX = 5_000;

const texts = new Map<string, string>();

/** The text of a file, by its path from the top. */
export function textOf(path: string): string {
  const text = texts.get(path) ?? readFileSync(join(ROOT, path), 'utf8');
  texts.set(path, text);
  return text;
}

function walk(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const skipped = folder === '' ? SKIPPED : SKIPPED_NAMES;
    if (skipped.has(entry.name) || entry.name.endsWith('.log')) return [];
    if (entry.isDirectory()) return walk(path);
    return entry.isFile() ? [path] : [];
  });
}

/** Every file of the repository, builds and data left out. */
export const FILES: readonly string[] = walk('').sort();
if (FILES.length > FILES_MAX) throw new Error('too many files to be the repository');

/** Programs: TypeScript, and the few scripts that run before it can. */
export const PROGRAMS = FILES.filter((path) => /\.(ts|mjs|js)$/u.test(path));
/** Programs of the product itself, tests apart. */
export const SOURCES = PROGRAMS.filter((path) =>
  /^(server|shared|display|counter-client|drizzle)\//u.test(path),
);
/** Files that hold text, whatever for. */
export const TEXT_FILES = FILES.filter((path) =>
  /(\.(ts|mjs|js|json|jsonl|md|html|css|csv|sql|svg|yml|yaml)|\/run|^\.[a-z]+)$/u.test(path),
);

export interface Import {
  readonly name: string;
  readonly isType: boolean;
}

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gmu;
const DYNAMIC = /\bimport\(\s*'([^']+)'/gu;

/** What a program imports, as written. */
export function importsOf(path: string): Import[] {
  const text = textOf(path);
  const statements = [...text.matchAll(STATEMENT)].map(([, type, name = '']) => ({
    ...{ name, isType: type !== undefined },
  }));
  const dynamic = [...text.matchAll(DYNAMIC)].map(([, name = '']) => ({ name, isType: false }));
  return [...statements, ...dynamic];
}

/** The path from the top that a relative import means; null for packages. */
export function targetOf(path: string, { name }: Import): string | null {
  if (!name.startsWith('.')) return null;
  return posix.join(posix.dirname(path), name.replace(/\?.*$/u, ''));
}

/** A program without its comments; `//` inside a string has no blank before it. */
export function codeOf(path: string): string {
  return textOf(path)
    .replaceAll(/\/\*[\s\S]*?\*\//gu, '')
    .replaceAll(/(^|\s)\/\/.*$/gmu, '$1');
}

/** What a check finds, one line each, to be compared with nothing. */
export function found(
  paths: readonly string[],
  check: (path: string) => readonly string[],
): string[] {
  return paths.flatMap((path) => check(path).map((fault) => `${path}: ${fault}`));
}
