/**
 * Checks and takes in a hall's files: the report names every bad row, what would change and whom it
 * moves; publishing makes the sign-ins of new people. Works with a running hall (its routes) and
 * without one (the command line), for the server's watch puts what is stored into force.
 */
import type { HallId } from '../../shared/base/ids.ts';
import { configFaults } from '../../shared/hall/config-check.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Principal } from '../../shared/hall/principal.ts';
import type { ImportReport } from '../../shared/protocol/configuring.ts';
import type { ImportFault } from '../../shared/text/configuring.ts';
import { faultText } from '../../shared/text/configuring.ts';
import type { Language } from '../../shared/text/language.ts';
import { makeSignIns, numbersElsewhere } from '../people/first-passwords.ts';
import type { ConfigStore } from '../storage/config-store.ts';
import type { Sql } from '../storage/database.ts';
import type { Imported, ImportedFiles } from './import.ts';
import { readImport } from './import.ts';
import type { Publisher } from './publisher.ts';

export interface ImporterParts {
  readonly sql: Sql;
  readonly configs: ConfigStore;
  readonly publisher: Publisher;
}

type Outcome = ImportReport | 'moved';

export interface Importer {
  /** What taking the files in would do; nothing is changed. */
  check(hall: HallId, files: ImportedFiles, language: Language): Promise<ImportReport>;
  /** Takes the files in, all of them or none. */
  take(hall: HallId, files: ImportedFiles, by: Principal, language: Language): Promise<Outcome>;
  /** What founding a hall would do. */
  checkNew(template: HallConfig, files: ImportedFiles, language: Language): Promise<ImportReport>;
  /** Founds a hall from the template with the files; not published when there is one already. */
  foundHall(
    template: HallConfig,
    files: ImportedFiles,
    at: number,
    language: Language,
  ): Promise<ImportReport>;
}

const NOTHING: ImportReport = {
  faults: [],
  counts: {},
  dryRun: null,
  published: null,
  signIns: [],
};

/** The importer over the stored configurations. */
export function makeImporter({ sql, configs, publisher }: ImporterParts): Importer {
  const read = async (base: HallConfig, files: ImportedFiles): Promise<Imported> => {
    const imported = readImport(base, files);
    const numbers = imported.next?.staff.map((person) => person.staffNo) ?? [];
    const elsewhere = await numbersElsewhere(sql, base.hall, numbers);
    return elsewhere.size > 0 ? readImport(base, files, elsewhere) : imported;
  };
  const readNew = async (template: HallConfig, files: ImportedFiles): Promise<Imported> => {
    const imported = await read(template, files);
    const faults = imported.next ? configFaults(imported.next).map(asImportFault) : [];
    return faults.length > 0 ? { faults, next: null, counts: {} } : imported;
  };
  const signIns = (hall: HallId, next: HallConfig) =>
    makeSignIns(
      sql,
      hall,
      next.staff.filter((person) => !person.retired).map((person) => person.staffNo),
    );
  const importer: Importer = {
    async check(hall, files, language) {
      const base = (await configs.newestPlan(hall)).config;
      const { faults, next, counts } = await read(base, files);
      if (!next) return { ...NOTHING, faults: told(faults, language) };
      const dryRun = await publisher.dryRun(base, next, language);
      return { ...NOTHING, counts, dryRun };
    },
    async take(hall, files, by, language) {
      const base = (await configs.newestPlan(hall)).config;
      const { faults, next, counts } = await read(base, files);
      if (!next) return { ...NOTHING, faults: told(faults, language) };
      if (isUnchanged(counts)) return { ...NOTHING, counts };
      const dryRun = await publisher.dryRun(base, next, language);
      const outcome = await publisher.publish(base, next, by);
      if (outcome.kind === 'moved') return 'moved';
      if (outcome.kind === 'faults') return { ...NOTHING, counts, dryRun };
      const { published } = outcome;
      return { ...NOTHING, counts, dryRun, published, signIns: await signIns(hall, next) };
    },
    async checkNew(template, files, language) {
      const { faults, counts } = await readNew(template, files);
      return { ...NOTHING, counts, faults: told(faults, language) };
    },
    async foundHall(template, files, at, language) {
      const { faults, next, counts } = await readNew(template, files);
      if (!next) return { ...NOTHING, faults: told(faults, language) };
      if (!(await configs.found(next, at, 'import'))) return { ...NOTHING, counts };
      const published = { version: next.version, moved: null };
      return { ...NOTHING, counts, published, signIns: await signIns(template.hall, next) };
    },
  };
  return importer;
}

function told(faults: readonly ImportFault[], language: Language): ImportReport['faults'] {
  return faults.map((fault) => ({ ...fault, message: faultText(fault, language) }));
}

/** A list that a founding lacks: no windows, no people. */
function asImportFault({ at }: { readonly at: string }): ImportFault {
  return { file: at, line: 0, column: '', code: 'no-rows' };
}

function isUnchanged(counts: ImportReport['counts']): boolean {
  return Object.values(counts).every((row) => row.new + row.changed + row.retired === 0);
}
