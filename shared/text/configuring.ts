/**
 * What is wrong with settings or with an imported file: one short phrase for each kind of fault, in
 * three languages, with `{}` for the value or the range. The place (file, line, column, or the path
 * of a setting) stands before it.
 */
import type { ConfigFaultCode } from '../hall/config-check.ts';
import type { Language } from './language.ts';
import { texts } from './language.ts';

export const IMPORT_FAULTS = [
  'unreadable',
  'too-large',
  'too-many-rows',
  'broken-quotes',
  'no-column',
  'field-count',
  'empty',
  'too-long',
  'bad-code',
  'not-a-number',
  'out-of-range',
  'not-one-of',
  'not-yes-or-no',
  'not-a-date',
  'bad-material',
  'other-count',
  'twice',
  'unknown-department',
  'unknown-zone',
  'unknown-item',
  'unknown-package',
  'used-elsewhere',
  'no-rows',
] as const;
export type ImportFaultCode = (typeof IMPORT_FAULTS)[number];

/** One bad place of a file; line 0 speaks of the file as a whole. */
export interface ImportFault {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly code: ImportFaultCode;
  readonly value?: string;
}

type Phrases = Readonly<Record<ImportFaultCode | ConfigFaultCode, string>>;

const phrases = texts<Phrases>({
  'zh-Hans': {
    unreadable: '编码既不是 UTF-8，也不是 GB18030',
    'too-large': '文件超过 {}',
    'too-many-rows': '行数超过 {}',
    'broken-quotes': '引号没有成对',
    'no-column': '缺少这一列',
    'field-count': '这一行有 {} 个字段，与表头不一致',
    empty: '不能为空',
    'too-long': '超过 {} 个字',
    'bad-code': '“{}”只能用字母、数字和短横线',
    'not-a-number': '“{}”不是数字',
    'out-of-range': '应在 {} 之间',
    'not-one-of': '“{}”不在可选值之中',
    'not-yes-or-no': '“{}”应为 true 或 false',
    'not-a-date': '“{}”不是日期，应如 2027-12-31',
    'bad-material': '“{}”应以 M:（必要）或 O:（可容缺）开头',
    'other-count': '与材料的数目不同（{}），每项一个，没有译名的留空',
    twice: '“{}”重复出现',
    'unknown-department': '没有部门 {}',
    'unknown-zone': '没有服务区 {}',
    'unknown-item': '没有事项 {}',
    'unknown-package': '没有“一件事” {}',
    'used-elsewhere': '工号 {} 已在其他大厅使用',
    'no-rows': '没有一行可用',
    'not-whole': '{} 不是整数',
    'not-a-flag': '{} 应为是或否',
    'not-a-choice': '{} 不在可选之列',
    'red-before-yellow': '红色与黄色的界限次序颠倒',
    removed: '{} 不能删除，只能停用',
    'no-time': '“{}”不是时间，应如 08:30',
    'wrong-order': '{} 的先后次序不对',
    'level-count': '评价等级应为四级或五级，现为 {} 级',
    'cut-off-missing': '停止取号时间要每个开放时段各一个（{}）',
  },
  'zh-Hant': {
    unreadable: '編碼既不是 UTF-8，也不是 GB18030',
    'too-large': '檔案超過 {}',
    'too-many-rows': '列數超過 {}',
    'broken-quotes': '引號沒有成對',
    'no-column': '缺少這一欄',
    'field-count': '這一列有 {} 個欄位，與表頭不一致',
    empty: '不能為空',
    'too-long': '超過 {} 個字',
    'bad-code': '「{}」只能用字母、數字和短橫線',
    'not-a-number': '「{}」不是數字',
    'out-of-range': '應在 {} 之間',
    'not-one-of': '「{}」不在可選值之中',
    'not-yes-or-no': '「{}」應為 true 或 false',
    'not-a-date': '「{}」不是日期，應如 2027-12-31',
    'bad-material': '「{}」應以 M:（必要）或 O:（可容缺）開頭',
    'other-count': '與材料的數目不同（{}），每項一個，沒有譯名的留空',
    twice: '「{}」重複出現',
    'unknown-department': '沒有部門 {}',
    'unknown-zone': '沒有服務區 {}',
    'unknown-item': '沒有事項 {}',
    'unknown-package': '沒有「一件事」 {}',
    'used-elsewhere': '員工編號 {} 已在其他大廳使用',
    'no-rows': '沒有一列可用',
    'not-whole': '{} 不是整數',
    'not-a-flag': '{} 應為是或否',
    'not-a-choice': '{} 不在可選之列',
    'red-before-yellow': '紅色與黃色的界限次序顛倒',
    removed: '{} 不能刪除，只能停用',
    'no-time': '「{}」不是時間，應如 08:30',
    'wrong-order': '{} 的先後次序不對',
    'level-count': '評價等級應為四級或五級，現為 {} 級',
    'cut-off-missing': '停止取號時間要每個開放時段各一個（{}）',
  },
  en: {
    unreadable: 'is neither UTF-8 nor GB18030',
    'too-large': 'is larger than {}',
    'too-many-rows': 'has more than {} rows',
    'broken-quotes': 'has quotes that do not pair',
    'no-column': 'this column is missing',
    'field-count': 'this row has {} fields, not as many as the header',
    empty: 'must not be empty',
    'too-long': 'is longer than {} characters',
    'bad-code': '“{}” may have letters, digits and hyphens only',
    'not-a-number': '“{}” is not a number',
    'out-of-range': 'must be within {}',
    'not-one-of': '“{}” is not one of the values that are allowed',
    'not-yes-or-no': '“{}” must be true or false',
    'not-a-date': '“{}” is not a date such as 2027-12-31',
    'bad-material': '“{}” must begin with M: (mandatory) or O: (optional)',
    'other-count': 'not as many as materials ({}): one each, empty where there is none',
    twice: '“{}” stands there twice',
    'unknown-department': 'there is no department {}',
    'unknown-zone': 'there is no zone {}',
    'unknown-item': 'there is no item {}',
    'unknown-package': 'there is no package {}',
    'used-elsewhere': 'the staff number {} is used by another hall',
    'no-rows': 'no row can be used',
    'not-whole': '{} is not a whole number',
    'not-a-flag': '{} must be yes or no',
    'not-a-choice': '{} is none of the choices',
    'red-before-yellow': 'the limits of red and yellow are the wrong way round',
    removed: '{} cannot be removed, only retired',
    'no-time': '“{}” is not a time such as 08:30',
    'wrong-order': '{} is the wrong way round',
    'level-count': 'a scale has four levels or five, this one has {}',
    'cut-off-missing': 'Each session needs its time of the last ticket ({})',
  },
});

/** What people write for yes and no in a list; nothing at all is a no. */
export const FLAG_WORDS = {
  yes: new Set(['true', '1', 'yes', '是']),
  no: new Set(['', 'false', '0', 'no', '否']),
} as const;

const VALUE_CHARS_MAX = 60;

/** The phrase of a fault. */
export function faultText(
  { code, value }: { readonly code: keyof Phrases; readonly value?: string },
  language: Language,
): string {
  return phrases[language][code].replace('{}', () => (value ?? '').slice(0, VALUE_CHARS_MAX));
}

/** The place of a fault in a file. */
export function placeText({ file, line, column }: ImportFault, language: Language): string {
  const at = texts({
    'zh-Hans': { line: ` 第 ${String(line)} 行`, column: `「${column}」` },
    'zh-Hant': { line: ` 第 ${String(line)} 列`, column: `「${column}」` },
    en: { line: ` line ${String(line)}`, column: ` [${column}]` },
  })[language];
  return `${file}${line > 0 ? at.line : ''}${column === '' ? '' : at.column}`;
}
