/**
 * The cells of the rules' tables: what is typed, as text, and what it stands for. What the server would
 * name as well (times, dates, rows that are not there) is left to the shared check; here is what a
 * cell cannot even be read as. Pure.
 */
import { itemCode } from '../../shared/base/ids.ts';
import type { ItemCode } from '../../shared/base/ids.ts';
import type { ConfigFaultCode } from '../../shared/hall/config-check.ts';
import type { ItemKind } from '../../shared/hall/config.ts';
import type { Language, Names } from '../../shared/text/language.ts';
import { LANGUAGES } from '../../shared/text/language.ts';
import { DAY_AS_WRITTEN } from '../../shared/text/manager-rule-tables.ts';

/** Everything as typed, by column; flags are `true` or empty, names have a cell for each language. */
export type Cells = Readonly<Record<string, string>>;

/** `key`: what the row is known by; it is typed once, with a new row. */
export type CellKind =
  | 'key'
  | 'number'
  | 'text'
  | 'names'
  | 'time'
  | 'times'
  | 'date'
  | 'flag'
  | 'zone'
  | 'kinds'
  | 'item'
  | 'items';

export interface Column {
  readonly key: string;
  readonly kind: CellKind;
  readonly optional?: true;
  readonly min?: number;
  readonly max?: number;
  /** Half a minute is a number of minutes. */
  readonly hasParts?: true;
}

export interface CellFault {
  readonly code: ConfigFaultCode | 'empty' | 'bad-code' | 'too-long';
  readonly value?: string;
}

const TEXT_CHARS_MAX = 400;
const KEY = /^[A-Za-z0-9-]{1,40}$/;
const SEPARATORS = /[\s,，、;；]+/u;
export const ITEM_KINDS: readonly ItemKind[] = ['instant', 'deadline', 'joint'];

/** What stands in a cell, without the blanks around it; empty where there is none. */
export function cell(cells: Cells, key: string): string {
  return (cells[key] ?? '').trim();
}

/** Several values in one cell, apart by blanks or commas, Chinese ones too. */
export function several(cells: Cells, key: string): string[] {
  return cell(cells, key).split(SEPARATORS).filter(Boolean);
}

/** `8:30` and `08：30` are read as `08:30`; what is no time stays as it was typed. */
export function timeOf(text: string): string {
  const time = text.trim().replace('：', ':');
  return /^\d:\d\d$/.test(time) ? `0${time}` : time;
}

/** A day as people write it is read as `2027-01-03`; what is none stays as it was typed. */
export function dateOf(text: string): string {
  const found = DAY_AS_WRITTEN.exec(text.trim());
  if (!found) return text.trim();
  const [, year = '', month = '', day = ''] = found;
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}

/** Items by their codes, in capitals as the catalogue has them. */
export function itemsOf(cells: Cells, key: string): ItemCode[] {
  return several(cells, key).map((code) => itemCode(code.toUpperCase()));
}

/** The number of a cell; NaN for none. */
export function numberOf(cells: Cells, key: string): number {
  const text = cell(cells, key);
  return text === '' ? Number.NaN : Number(text);
}

/** A name in three cells. */
export function nameCells(key: string, names: Names | undefined): Cells {
  return Object.fromEntries(
    LANGUAGES.map((language) => [`${key}.${language}`, names?.[language] ?? '']),
  );
}

/** The name of three cells; a language that is left empty has the simplified one. */
export function namesOf(cells: Cells, key: string): Names {
  const inHans = cell(cells, `${key}.zh-Hans`);
  const of = (language: Language) => cell(cells, `${key}.${language}`) || inHans;
  return { 'zh-Hans': inHans, 'zh-Hant': of('zh-Hant'), en: of('en') };
}

/** What a cell cannot be read as; null where it can. */
export function cellFault(column: Column, cells: Cells): CellFault | null {
  const { key, kind, optional } = column;
  if (kind === 'flag' || kind === 'kinds' || kind === 'zone') return null;
  if (kind === 'names') return textFault(cell(cells, `${key}.zh-Hans`), optional);
  const text = cell(cells, key);
  if (text === '') return optional ? null : { code: 'empty' };
  if (kind === 'number') return numberFault(column, text);
  if (kind === 'key' && column.max === undefined && !KEY.test(text)) {
    return { code: 'bad-code', value: text };
  }
  if (kind === 'key' && column.max !== undefined) return numberFault(column, text);
  return kind === 'text' ? textFault(text, optional) : null;
}

function textFault(text: string, optional: true | undefined): CellFault | null {
  if (text === '') return optional ? null : { code: 'empty' };
  if (text.length <= TEXT_CHARS_MAX) return null;
  return { code: 'too-long', value: String(TEXT_CHARS_MAX) };
}

function numberFault({ min = 0, max = 10_000, hasParts }: Column, text: string): CellFault | null {
  const number = Number(text);
  if (!Number.isFinite(number)) return { code: 'not-a-number', value: text };
  if (number < min || number > max) {
    return { code: 'out-of-range', value: `${String(min)}–${String(max)}` };
  }
  return hasParts || Number.isInteger(number) ? null : { code: 'not-whole', value: text };
}
