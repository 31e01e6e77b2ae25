// What a start and a test run both need: packages as locked, the driver patched, pages built.
//
// Plain JavaScript on any Node from 18 on, with an empty node_modules. Each step looks first and
// does nothing when all is there already, so a second start takes moments. Two at once wait for
// each other. A failure is one sentence and exit code 1.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { patchPostgres } from './patch-postgres.mjs';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** The Node that everything but this preparation runs on; npm brings it. */
export const NODE_24 = join(ROOT, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');

const BUILD = join(ROOT, '.build');
const PAGES = join(BUILD, 'pages');
const SURFACE_FOLDERS = ['display', 'counter-client'];
const PAGE_SOURCES = ['display', 'counter-client', 'shared', 'server/setup/vite.config.ts'];
const INSTALL_TIMEOUT_MS = 900_000;
const LOCK_WAIT_MS = 900_000;
const LOCK_POLL_MS = 250;

/** Prepares the repository; `say` is told what takes long. Throws one sentence. */
export function prepare(say) {
  const unlock = lock();
  try {
    install(say);
    assertNode24();
    patchPostgres(ROOT);
    buildPages(say);
  } finally {
    unlock();
  }
}

function fail(sentence) {
  throw new Error(sentence);
}

function install(say) {
  if (isInstalled()) return;
  say('Installing packages; the first time this takes about a minute …');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = npm([...args, '--include=dev', '--include=optional']);
  if (done.error) fail(`npm cannot be run (${done.error.message}): install npm, then try again.`);
  if (done.status !== 0) {
    fail(`The packages could not be installed: npm ci ended with ${done.status ?? done.signal}.`);
  }
}

/** Whether node_modules holds what package-lock.json says, by what npm itself noted there. */
function isInstalled() {
  const noted = readJson(join(ROOT, 'node_modules', '.package-lock.json'));
  if (!noted || !existsSync(NODE_24)) return false;
  const { packages } = readJson(join(ROOT, 'package-lock.json'));
  return Object.entries(packages).every(([path, { version, integrity, optional, devOptional }]) => {
    if (path === '') return true;
    const found = noted.packages[path];
    if (!found) return optional === true || devOptional === true;
    const isSame = found.version === version && found.integrity === integrity;
    return isSame && existsSync(join(ROOT, path, 'package.json'));
  });
}

/** The npm that runs us, else the one in the path; both on the Node that runs us. */
function npm(args) {
  const running = process.env.npm_execpath;
  const [command, before] =
    running && running.endsWith('.js') ? [process.execPath, [running]] : ['npm', []];
  return spawnSync(command, [...before, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: INSTALL_TIMEOUT_MS,
  });
}

function assertNode24() {
  const done = spawnSync(NODE_24, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  if (done.status === 0 && done.stdout.startsWith('v24.')) return;
  fail(
    `Node 24 from npm does not run here (${process.platform}-${process.arch}): ` +
      'Linux on x64 or arm64 with glibc 2.28 or newer is needed.',
  );
}

/** Builds the pages when a source of theirs has changed since the last time. */
function buildPages(say) {
  const hash = sourcesHash();
  const hashPath = join(BUILD, 'pages.sha256');
  if (existsSync(PAGES) && readText(hashPath) === hash) return;
  const draft = join(BUILD, `pages-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  if (surfaces().length > 0) {
    say('Building the pages …');
    runVite(draft);
    for (const { folder, name } of surfaces()) {
      renameSync(join(draft, folder, name), join(draft, name));
    }
    for (const folder of SURFACE_FOLDERS)
      rmSync(join(draft, folder), { recursive: true, force: true });
  }
  rmSync(PAGES, { recursive: true, force: true });
  renameSync(draft, PAGES);
  writeFileSync(hashPath, hash);
}

function runVite(outDir) {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join(ROOT, 'server', 'setup', 'vite.config.ts');
  const args = [vite, 'build', '--config', config, '--configLoader', 'native'];
  const done = spawnSync(NODE_24, [...args, '--outDir', outDir, '--logLevel', 'warn'], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: INSTALL_TIMEOUT_MS,
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout}${done.stderr}`);
  fail('The pages could not be built: see above.');
}

function surfaces() {
  return SURFACE_FOLDERS.flatMap((folder) =>
    (existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder)) : [])
      .filter((name) => existsSync(join(ROOT, folder, name, 'index.html')))
      .map((name) => ({ folder, name })),
  );
}

function sourcesHash() {
  const hash = createHash('sha256').update(readText(join(ROOT, 'package-lock.json')));
  for (const path of PAGE_SOURCES.flatMap((source) => filesBelow(join(ROOT, source)))) {
    hash.update(`\0${relative(ROOT, path)}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).sort();
  return names.flatMap((name) => filesBelow(join(path, name)));
}

/** Waits for another preparation of this repository; returns the function that lets the next in. */
function lock() {
  const path = join(BUILD, 'preparing');
  mkdirSync(BUILD, { recursive: true });
  for (let waitedMs = 0; waitedMs < LOCK_WAIT_MS; waitedMs += LOCK_POLL_MS) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') fail(`The folder ${BUILD} cannot be written: ${error.message}.`);
    }
    if (existsSync(`/proc/${readText(path) || 'nobody'}`)) pause(LOCK_POLL_MS);
    else rmSync(path, { force: true });
  }
  return fail('Another preparation of this repository does not end; stop it, then try again.');
}

function pause(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function readJson(path) {
  const text = readText(path);
  return text === '' ? null : JSON.parse(text);
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
