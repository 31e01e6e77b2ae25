// The browser of the tests: found, or fetched where that is possible, and really started once.
//
// In this order: $CHROMIUM; Debian's /usr/bin/chromium; @sparticuz/chromium from npm; apt-get when
// we are root; else one sentence that names the command. Run by itself it prints the path.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..', '..');
const SYSTEM_PATH = '/usr/bin/chromium';
const INSTALL_TIMEOUT_MS = 300_000;
const LAUNCH_TIMEOUT_MS = 30_000;

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  '--lang=zh-CN',
];

let found: Promise<string> | null = null;

/** Starts a headless browser; the caller closes it. */
export async function launchChromium(extraArguments: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await (found ??= findChromium()),
    headless: true,
    timeout: LAUNCH_TIMEOUT_MS,
    args: [...ARGUMENTS, ...(isRoot() ? ['--no-sandbox'] : []), ...extraArguments],
  });
}

/** The path of a browser that starts; throws one sentence when there is none. */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (starts(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which does not start.`);
  }
  if (starts(SYSTEM_PATH)) return SYSTEM_PATH;
  const fromNpm = await npmChromium();
  if (fromNpm !== null && starts(fromNpm)) return fromNpm;
  if (isRoot() && aptInstall() && starts(SYSTEM_PATH)) return SYSTEM_PATH;
  throw new Error(
    'No browser for the tests: run "sudo apt-get install -y chromium", ' +
      'or set CHROMIUM to the path of a Chromium.',
  );
}

/** The packed browser unpacks itself into the temp dir. npm on Node 20 leaves it out: see below. */
async function npmChromium(): Promise<string | null> {
  const folder = join(ROOT, 'node_modules', '@sparticuz', 'chromium');
  if (!existsSync(folder) && !npmInstall()) return null;
  try {
    const name: string = '@sparticuz/chromium';
    const loaded = (await import(name)) as { default: { executablePath(): Promise<string> } };
    return await loaded.default.executablePath();
  } catch {
    return null;
  }
}

/** Its engines exclude the Node that may have run npm; on the Node 24 of the repository it fits. */
function npmInstall(): boolean {
  const { optionalDependencies } = packageJson();
  const version = optionalDependencies['@sparticuz/chromium'];
  if (version === undefined) return false;
  const args = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    `@sparticuz/chromium@${version}`,
  ];
  const path = `${join(ROOT, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`;
  return succeeds('npm', args, { ...process.env, PATH: path });
}

interface PackageJson {
  readonly optionalDependencies: Partial<Record<string, string>>;
}

function packageJson(): PackageJson {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as PackageJson;
}

function aptInstall(): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  return succeeds('apt-get', ['update'], env) && succeeds('apt-get', install, env);
}

function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  const page = ['--headless', '--no-sandbox', '--disable-gpu', '--dump-dom', 'about:blank'];
  const done = spawnSync(path, page, { encoding: 'utf8', timeout: LAUNCH_TIMEOUT_MS });
  return done.status === 0 && done.stdout.includes('<html>');
}

function succeeds(command: string, args: readonly string[], env: NodeJS.ProcessEnv): boolean {
  const options = { env, cwd: ROOT, timeout: INSTALL_TIMEOUT_MS, stdio: 'ignore' } as const;
  return spawnSync(command, args, options).status === 0;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

if (process.argv[1] === import.meta.filename) {
  try {
    console.log(await findChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
