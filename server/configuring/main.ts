/**
 * `npm run import -- --catalogue FILE [--windows FILE] [--clerks FILE] [--hall CODE] [--check]`, and
 * `--new-hall CODE --name NAME` for a hall of one's own. Works beside a running hall, which puts the
 * new version into force within seconds, or without one. Exit code 1: nothing was taken.
 */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hallId } from '../../shared/base/ids.ts';
import type { ImportReport } from '../../shared/protocol/configuring.ts';
import { placeText } from '../../shared/text/configuring.ts';
import { languageOf } from '../../shared/text/language.ts';
import type { Language } from '../../shared/text/language.ts';
import { wallClock } from '../clock.ts';
import { hallTemplate } from '../hall-template.ts';
import { loadSecrets } from '../secrets.ts';
import { SetupError } from '../setup/setup-error.ts';
import { openToolDatabase } from '../setup/tool-database.ts';
import { runTool } from '../setup/tool-run.ts';
import { configStore } from '../storage/config-store.ts';
import { openDatabase } from '../storage/database.ts';
import { BYTES_MAX } from './csv-table.ts';
import type { ImportFile, ImportedFiles } from './import.ts';
import type { Importer } from './importer.ts';
import { makeImporter } from './importer.ts';
import { makePublisher } from './publisher.ts';

const USAGE = `npm run import -- --catalogue FILE [--windows FILE] [--clerks FILE]
  --hall CODE       the hall to change; jingzhou if it is left out
  --check           says what would change, and changes nothing
  --new-hall CODE --name NAME   founds a hall of one's own from the three files`;
const HALL_CODE = /^[a-z][a-z0-9-]{1,30}$/;
const DEADLINE_MS = 60_000;

await runTool(run);

async function run(): Promise<number> {
  const options = readOptions();
  if (options === null) {
    console.log(USAGE);
    return 0;
  }
  const tool = await openToolDatabase(process.env);
  const database = openDatabase(tool.url, {
    ...{ max: 1, name: 'yichuang-import', deadlineMs: DEADLINE_MS },
  });
  const { sql } = database;
  const configs = configStore(sql);
  const publisher = makePublisher({
    configs,
    clock: wallClock(),
    secrets: loadSecrets(tool.dataDir),
    actor: () => undefined,
    comingDays: () => Promise.resolve([]),
  });
  try {
    const importer = makeImporter({ sql, configs, publisher });
    const halls = (await configs.halls()).map((row) => row.hall_id as string);
    const isThere = halls.includes(options.hall);
    if (options.name === null && !isThere) {
      throw new SetupError(
        `There is no hall ${options.hall}${halls.length > 0 ? `, only ${halls.join(', ')}` : ''}.`,
      );
    }
    if (options.name !== null && isThere) {
      throw new SetupError(`There is a hall ${options.hall} already: leave --new-hall out.`);
    }
    return await take(importer, options);
  } finally {
    await database.close();
    await tool.stop();
  }
}

interface Options {
  readonly hall: string;
  /** Of a hall to be founded; null for one that is there. */
  readonly name: string | null;
  readonly isCheck: boolean;
  readonly files: ImportedFiles;
  readonly language: Language;
}

/** Null: only the usage was asked for. */
function readOptions(): Options | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parsed(() =>
    parseArgs({
      options: {
        ...{ catalogue: text, windows: text, clerks: text, hall: text, name: text },
        ...{ 'new-hall': text, check: flag, help: flag },
      },
    }),
  );
  if (values.help) return null;
  const files: ImportedFiles = {
    ...(values.catalogue !== undefined && { catalogue: fileAt(values.catalogue) }),
    ...(values.windows !== undefined && { windows: fileAt(values.windows) }),
    ...(values.clerks !== undefined && { clerks: fileAt(values.clerks) }),
  };
  const language = /^zh/.test(process.env['LANG'] ?? '') ? languageOf('zh-Hans') : 'en';
  const about = { isCheck: values.check ?? false, files, language };
  const founded = values['new-hall'];
  if (founded === undefined) {
    if (Object.keys(files).length === 0) throw new SetupError(USAGE);
    return { ...about, hall: values.hall ?? 'jingzhou', name: null };
  }
  if (!HALL_CODE.test(founded)) {
    throw new SetupError(`A hall's code is of small letters, digits and hyphens: ${founded}.`);
  }
  if (Object.keys(files).length < 3) {
    throw new SetupError('A new hall needs --catalogue, --windows and --clerks.');
  }
  return { ...about, hall: founded, name: values.name ?? founded };
}

/** Node's own sentence for an argument that it does not know. */
function parsed<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function fileAt(path: string): ImportFile {
  try {
    const isLarge = statSync(path).size > BYTES_MAX;
    // One byte more than may be: the check names it as too large, and it is not read whole.
    return { name: path, content: isLarge ? new Uint8Array(BYTES_MAX + 1) : readFileSync(path) };
  } catch {
    throw new SetupError(`The file ${path} cannot be read.`);
  }
}

async function take(importer: Importer, options: Options): Promise<number> {
  const { hall, name, isCheck, files, language } = options;
  if (name !== null) {
    const template = hallTemplate(hall, { 'zh-Hans': name, 'zh-Hant': name, en: name });
    const report = isCheck
      ? await importer.checkNew(template, files, language)
      : await importer.foundHall(template, files, Date.now(), language);
    return told(report, options);
  }
  const report = isCheck
    ? await importer.check(hallId(hall), files, language)
    : await importer.take(hallId(hall), files, { kind: 'system' }, language);
  if (report === 'moved') throw new SetupError('The hall was changed meanwhile: do it again.');
  return told(report, options);
}

function told(report: ImportReport, { hall, isCheck, language }: Options): number {
  for (const fault of report.faults) {
    console.log(`${placeText(fault, language)}: ${fault.message}`);
  }
  for (const { at, message } of report.dryRun?.faults ?? []) console.log(`${at}: ${message}`);
  const faults = report.faults.length + (report.dryRun?.faults.length ?? 0);
  if (faults > 0) {
    console.log(`${String(faults)} faults: nothing was taken.`);
    return 1;
  }
  for (const [list, row] of Object.entries(report.counts)) {
    const counts = Object.entries(row).map(([what, count]) => `${String(count)} ${what}`);
    console.log(`${list}: ${counts.join(', ')}`);
  }
  if (report.published) {
    console.log(`${hall} has version ${String(report.published.version)} now.`);
  } else console.log(isCheck ? 'Checked; nothing was changed.' : 'Nothing has changed.');
  if (report.signIns.length > 0) console.log('First passwords, told only here:');
  for (const { staffNo, password } of report.signIns) console.log(`  ${staffNo}  ${password}`);
  return 0;
}
