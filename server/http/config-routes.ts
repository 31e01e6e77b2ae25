/** The manager's settings: what holds, a dry run, publishing, and taking lists in from CSV. */
import { hallId } from '../../shared/base/ids.ts';
import type { HallId } from '../../shared/base/ids.ts';
import type { ConfigFault } from '../../shared/hall/config-check.ts';
import { editedConfig } from '../../shared/hall/config-edit.ts';
import { POLICY_FIELDS } from '../../shared/hall/policy.ts';
import type { Principal } from '../../shared/hall/principal.ts';
import type { ConfigView, ImportFiles } from '../../shared/protocol/configuring.ts';
import { configBody, configRequest, importBody } from '../../shared/protocol/configuring.ts';
import { faultText } from '../../shared/text/configuring.ts';
import type { ImportedFiles } from '../configuring/import.ts';
import type { Identity } from '../people/identity.ts';
import { principalOf } from '../people/identity.ts';
import { askedLanguage, problem } from './problem.ts';
import type { HallContext, Route } from './routes.ts';
import type { Services } from './services.ts';

type Who = Identity | null;

/** The routes of a hall's configuration. */
export function configRoutes(services: Services): Route[] {
  const own =
    (work: (c: HallContext, hall: HallId, by: Principal | null) => Promise<Response>) =>
    (c: HallContext, identity: Who): Response | Promise<Response> => {
      const hall = hallId(c.req.param('hall') ?? '');
      if (!services.actor(hall)) return problem(c, 'unknown-hall');
      if (identity?.hall !== hall) return problem(c, 'forbidden');
      return work(c, hall, principalOf(identity));
    };
  return [
    {
      method: 'GET',
      path: '/api/halls/:hall/config',
      access: 'inspect',
      about:
        'The configuration that new days open with, its fields with their limits, its versions.',
      handle: own((c, hall) => view(services, c, hall, null)),
    },
    {
      method: 'GET',
      path: '/api/halls/:hall/config/:version',
      access: 'inspect',
      about: 'One version of the configuration, for the days that were worked by it.',
      handle: own((c, hall) => view(services, c, hall, Number(c.req.param('version')))),
    },
    {
      method: 'POST',
      path: '/api/halls/:hall/config/dry-run',
      access: 'manager',
      about: 'Which waiting tickets a change would move, and how; nothing is changed.',
      body: configBody,
      handle: own((c, hall) => change(services, c, hall, null)),
    },
    {
      method: 'POST',
      path: '/api/halls/:hall/config',
      access: 'manager',
      about: 'Publishes a change as the next version; 409 when another came first.',
      body: configBody,
      handle: own((c, hall, by) => change(services, c, hall, by)),
    },
    {
      method: 'POST',
      path: '/api/halls/:hall/import/check',
      access: 'manager',
      about: 'Reads CSV files and tells their faults and what would change; nothing is changed.',
      body: importBody,
      handle: own((c, hall) => importFiles(services, c, hall, null)),
    },
    {
      method: 'POST',
      path: '/api/halls/:hall/import',
      access: 'manager',
      about: 'Takes CSV files in, all or nothing, and publishes the next version.',
      body: importBody,
      handle: own((c, hall, by) => importFiles(services, c, hall, by)),
    },
  ];
}

async function view(
  { configs }: Services,
  c: HallContext,
  hall: HallId,
  asked: number | null,
): Promise<Response> {
  const versions = await configs.versions(hall);
  const newest = (await configs.newestPlan(hall)).config;
  const version = asked ?? newest.version;
  const isKnown = Number.isSafeInteger(version) && version >= 1 && version <= newest.version;
  if (!isKnown) return problem(c, 'not-found');
  const { config } = await configs.plan(hall, version);
  return c.json<ConfigView>({ version, config, fields: POLICY_FIELDS, versions });
}

/** A dry run without `by`, else publishing. */
async function change(
  { publisher }: Services,
  c: HallContext,
  hall: HallId,
  by: Principal | null,
): Promise<Response> {
  const asked = configRequest(await c.req.json().catch(() => null));
  if ('fault' in asked) return problem(c, 'malformed', asked.fault);
  const base = await publisher.base(hall, asked.baseVersion);
  if (!base) return problem(c, 'malformed', 'baseVersion');
  const next = editedConfig(base, asked.edit);
  if (!by) return c.json(await publisher.dryRun(base, next, askedLanguage(c)));
  const outcome = await publisher.publish(base, next, by);
  switch (outcome.kind) {
    case 'published':
      return c.json(outcome.published);
    case 'moved':
      return problem(c, 'version-moved');
    case 'faults':
      return problem(c, 'malformed', firstFault(c, outcome.faults));
  }
}

function firstFault(c: HallContext, faults: readonly ConfigFault[]): string {
  const [first] = faults;
  return first ? `${first.at}: ${faultText(first, askedLanguage(c))}` : 'config';
}

async function importFiles(
  { importer }: Services,
  c: HallContext,
  hall: HallId,
  by: Principal | null,
): Promise<Response> {
  const body = importBody.safeParse(await c.req.json().catch(() => null));
  if (!body.success) return problem(c, 'malformed', body.error.issues[0]?.path.join('.'));
  const files = filesOf(body.data);
  if (Object.keys(files).length === 0) return problem(c, 'malformed', 'catalogue');
  const language = askedLanguage(c);
  if (!by) return c.json(await importer.check(hall, files, language));
  const report = await importer.take(hall, files, by, language);
  return report === 'moved' ? problem(c, 'version-moved') : c.json(report);
}

function filesOf({ catalogue, windows, clerks }: ImportFiles): ImportedFiles {
  return {
    ...(catalogue !== undefined && { catalogue: { name: 'catalogue', content: catalogue } }),
    ...(windows !== undefined && { windows: { name: 'windows', content: windows } }),
    ...(clerks !== undefined && { clerks: { name: 'clerks', content: clerks } }),
  };
}
