// Who may import whom. The product's layers are proven here, and so is the parser that proves them.
import { describe, expect, test } from 'vitest';
import { PROGRAMS, SOURCES, found, importsOf, targetOf } from './sources.ts';
import type { Import } from './sources.ts';

/** base ← calendar ← hall ← forecast ← views ← protocol ← client; text is for all of shared. */
const SHARED = ['base', 'calendar', 'hall', 'forecast', 'views', 'protocol', 'client'];

/** Folders of the server, and which of the others each may use beside the files at its top. */
const SERVER: Readonly<Record<string, readonly string[]>> = {
  storage: [],
  hall: ['storage'],
  devices: ['storage'],
  people: ['storage', 'devices'],
  printer: [],
  integrations: ['storage', 'hall'],
  effects: ['storage', 'hall', 'printer'],
  realtime: ['storage', 'hall', 'people', 'devices'],
  estimates: ['storage', 'hall'],
  shadow: ['storage', 'hall'],
  advising: ['storage', 'hall', 'estimates'],
  configuring: ['storage', 'hall', 'people', 'setup'],
  verify: ['storage', 'hall', 'setup'],
  simulate: ['storage', 'hall', 'setup', 'configuring'],
  http: ['storage', 'hall', 'people', 'devices', 'configuring', 'shadow'],
  setup: ['storage', 'printer'],
};
const ALONE = ['printer', 'setup', 'storage'];
/** Who may use a demo hall's data: founding it, and playing it. */
const MAY_SEED = ['', 'storage', 'simulate'];

/** Packages that shared may use; it has neither DOM nor node, but for its client. */
const SHARED_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  protocol: ['zod'],
  client: ['lit', 'lit/directives', '@fontsource-variable/noto-sans-sc'],
};

function layerFault(path: string, target: string, { isType }: Import): string | null {
  const [top = '', folder = ''] = path.split('/');
  const [toTop = '', toFolder = ''] = target.split('/');
  const to = `imports ${target}`;
  if (toTop === 'tests' || (toTop === 'node_modules' && top !== 'server')) return to;
  switch (top) {
    case 'shared':
      return toTop === 'shared' && sharedMay(folder, toFolder, isType) ? null : to;
    case 'display':
    case 'counter-client':
      return toTop === top || toTop === 'shared' ? null : to;
    case 'drizzle':
      return toTop === 'drizzle' || toTop === 'shared' ? null : to;
    case 'server':
      return serverMay(path, target) ? null : to;
    default:
      return to;
  }
}

function sharedMay(from: string, to: string, isType: boolean): boolean {
  if (to === 'text' || from === to) return true;
  if (from === 'text') return isType;
  return SHARED.indexOf(to) <= SHARED.indexOf(from);
}

function serverMay(path: string, target: string): boolean {
  if (path === 'server/main.ts' || target.startsWith('shared/')) return true;
  const folder = inServer(path);
  const toFolder = inServer(target);
  if (target.startsWith('drizzle/')) return MAY_SEED.includes(folder);
  if (!target.startsWith('server/') || target === 'server/main.ts') return false;
  if (folder === toFolder) return true;
  if (toFolder === '') return !ALONE.includes(folder);
  if (folder === '') return target === 'server/storage/database-error.ts';
  return SERVER[folder]?.includes(toFolder) ?? false;
}

/** The folder of the server that a file stands in; empty for the files at its top. */
function inServer(path: string): string {
  const parts = path.split('/');
  return parts.length > 2 ? (parts[1] ?? '') : '';
}

function packageFault(path: string, { name }: Import): string | null {
  if (name.startsWith('.')) return null;
  const [top, folder = ''] = path.split('/');
  const isNode = name.startsWith('node:');
  if (top === 'display' || top === 'counter-client') return isNode ? `imports ${name}` : null;
  if (top !== 'shared' || path.endsWith('.mjs')) return null;
  const allowed = SHARED_PACKAGES[folder] ?? [];
  const isAllowed = allowed.some((one) => name === one || name.startsWith(`${one}/`));
  return isAllowed ? null : `imports ${name}`;
}

const present = (fault: string | null) => (fault === null ? [] : [fault]);

describe('imports', () => {
  test('follow the layers', () => {
    const faults = found(SOURCES, (path) =>
      importsOf(path).flatMap((one) => {
        const target = targetOf(path, one);
        return target === null ? [] : present(layerFault(path, target, one));
      }),
    );
    expect(faults).toEqual([]);
  });

  test('packages stand where they may', () => {
    const faults = found(SOURCES, (path) =>
      importsOf(path).flatMap((one) => present(packageFault(path, one))),
    );
    expect(faults).toEqual([]);
  });

  test('name their files in full, so that node runs them as they are', () => {
    const faults = found(PROGRAMS, (path) =>
      importsOf(path).flatMap(({ name }) =>
        name.startsWith('.') && !/\.(ts|mjs|js|css|json|svg|ogg|hex)(\?\w+)?$/u.test(name)
          ? [name]
          : [],
      ),
    );
    expect(faults).toEqual([]);
  });

  test('every folder of shared and of the server has its place in the rule', () => {
    const folders = (top: string) =>
      new Set(
        SOURCES.filter((path) => path.startsWith(`${top}/`) && path.split('/').length > 2).map(
          (path) => path.split('/')[1] ?? '',
        ),
      );
    expect([...folders('shared')].filter((one) => ![...SHARED, 'text'].includes(one))).toEqual([]);
    expect([...folders('server')].filter((one) => !(one in SERVER))).toEqual([]);
  });
});

describe('the rule itself', () => {
  const value: Import = { name: '', isType: false };
  test.each([
    ['shared/base/ids.ts', 'shared/hall/day.ts'],
    ['shared/hall/day.ts', 'shared/views/zones.ts'],
    ['shared/text/refusals.ts', 'shared/hall/refusal.ts'],
    ['shared/hall/day.ts', 'server/clock.ts'],
    ['display/kiosk/main.ts', 'counter-client/parts/chip.ts'],
    ['counter-client/clerk/main.ts', 'display/parts/band.ts'],
    ['display/kiosk/main.ts', 'server/clock.ts'],
    ['server/hall/actor.ts', 'server/http/app.ts'],
    ['server/http/app.ts', 'server/realtime/hub.ts'],
    ['server/printer/transport.ts', 'server/clock.ts'],
    ['server/clock.ts', 'server/hall/actor.ts'],
    ['server/http/app.ts', 'server/main.ts'],
    ['server/hall/actor.ts', 'tests/helpers/hall.ts'],
    ['drizzle/seed/demo-hall.ts', 'server/clock.ts'],
  ])('%s may not import %s', (path, target) => {
    expect(layerFault(path, target, value)).not.toBeNull();
  });

  test.each([
    ['shared/views/zones.ts', 'shared/hall/day.ts'],
    ['shared/hall/day.ts', 'shared/text/language.ts'],
    ['server/main.ts', 'server/http/app.ts'],
    ['server/hall/actor.ts', 'server/storage/database.ts'],
    ['server/printer/simulator/main.ts', 'server/printer/transport.ts'],
  ])('%s may import %s', (path, target) => {
    expect(layerFault(path, target, value)).toBeNull();
  });

  test('sees imports over several lines, of types, and dynamic ones', () => {
    const all = PROGRAMS.flatMap((path) => importsOf(path));
    expect(all.some(({ isType }) => isType)).toBe(true);
    const demo = importsOf('drizzle/seed/demo-hall.ts').map(({ name }) => name);
    expect(demo).toContain('../../shared/base/ids.ts');
    expect(demo).toContain('csv-parse/sync');
  });
});
