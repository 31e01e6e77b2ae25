// The rules that come in rows, as the manager edits them: titles, what a list is for, its columns.
import type { ItemKind } from '../hall/config.ts';
import type { Language } from './language.ts';
import { texts } from './language.ts';

/** The lists, as the console knows them. */
type ListName =
  | 'sessions'
  | 'kioskOnAt'
  | 'cutoffs'
  | 'slots'
  | 'calendar'
  | 'holidays'
  | 'makeUpDays'
  | 'priorityClasses'
  | 'itemRules'
  | 'agents'
  | 'terminals';
type ColumnName =
  | 'open'
  | 'close'
  | 'time'
  | 'zone'
  | 'kinds'
  | 'packages'
  | 'flash'
  | 'minExpectedMinutes'
  | 'items'
  | 'at'
  | 'times'
  | 'minutes'
  | 'capacity'
  | 'everyDay'
  | 'coveredUntil'
  | 'name'
  | 'from'
  | 'to'
  | 'day'
  | 'code'
  | 'label'
  | 'creditMinutes'
  | 'evidence'
  | 'needsApproval'
  | 'enabled'
  | 'item'
  | 'ticketsPerDayMax'
  | 'agentNo'
  | 'organisation'
  | 'validUntil'
  | 'no'
  | 'floor'
  | 'way'
  | 'expectedMinutes';

interface RuleTableText {
  readonly lists: Readonly<
    Record<ListName, { readonly title: string; readonly hint: string; readonly add: string }>
  >;
  readonly columns: Readonly<Record<ColumnName, string>>;
  readonly kinds: Readonly<Record<ItemKind, string>>;
  /** Which language a field of a new name is for. */
  readonly languages: Readonly<Record<Language, string>>;
  readonly any: string;
  readonly and: string;
  readonly none: string;
  readonly find: string;
  readonly row: (no: number) => string;
  readonly more: (count: number) => string;
  readonly outside: (times: string) => string;
  readonly alwaysOpen: string;
  readonly up: string;
  readonly remove: string;
}

/** A day: `2027-01-03`, `2027/1/3`, `2027.01.03`, `2027年1月3日`. */
export const DAY_AS_WRITTEN = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u;

const languages = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' };

export const ruleTableText = texts<RuleTableText>({
  'zh-Hans': {
    lists: {
      sessions: {
        title: '开放时段',
        hint: '工作日接待的时段，按先后排列。改了时段，请一并核对停止取号和预约时段。',
        add: '增加一段',
      },
      kioskOnAt: { title: '屏幕和取号机', hint: '', add: '' },
      cutoffs: {
        title: '停止取号',
        hint: '自上而下，第一行符合的算数；没有写的条件不限。每段一个时间，用空格分开。',
        add: '增加一行',
      },
      slots: {
        title: '预约时段',
        hint: '写了事项的一行只给这些事项用，另算名额。已经约好的不受影响。',
        add: '增加一行',
      },
      calendar: { title: '工作日', hint: '', add: '' },
      holidays: { title: '节假日', hint: '这些天不开放；首日和末日都算在内。', add: '增加节假日' },
      makeUpDays: { title: '调休上班日', hint: '这些天开放，即使是周末。', add: '增加一天' },
      priorityClasses: {
        title: '优先类别',
        hint: '叫号时，等候时间加上这些分钟再比先后。停用的类别取号时不再出现。',
        add: '增加类别',
      },
      itemRules: {
        title: '事项限量和时间',
        hint: '空着就是不限。改了数量，当天已取的号照算。',
        add: '增加事项',
      },
      agents: { title: '代办员', hint: '有效期当天仍可取号。', add: '增加代办员' },
      terminals: { title: '自助终端', hint: '取号前会提示空着的终端。', add: '增加终端' },
    },
    columns: {
      ...{ open: '开始', close: '结束', time: '开启时间', zone: '服务区', kinds: '办件类型' },
      ...{ packages: '仅一件事', flash: '仅闪办', minExpectedMinutes: '至少（分钟）' },
      ...{ items: '事项编码', at: '停止取号', times: '开始时间', minutes: '每段（分钟）' },
      ...{ capacity: '名额', everyDay: '周末也上班', coveredUntil: '已公布至', name: '名称' },
      ...{ from: '从', to: '到', day: '日期', code: '编码', label: '名称' },
      ...{ creditMinutes: '加时（分钟）', evidence: '凭证', needsApproval: '须批准' },
      ...{ enabled: '启用', item: '事项编码', ticketsPerDayMax: '每天最多（号）' },
      ...{ agentNo: '代办证号', organisation: '机构', validUntil: '有效期至', no: '编号' },
      ...{ floor: '楼层', way: '怎么走', expectedMinutes: '约需（分钟）' },
    },
    kinds: { instant: '即办件', deadline: '承诺件', joint: '联办件' },
    languages,
    any: '不限',
    and: '、',
    none: '还没有。',
    find: '在这个清单里查找',
    row: (no) => `第 ${String(no)} 行`,
    more: (count) => `只列出前 ${String(count)} 行，其余请查找。`,
    outside: (times) => `这些预约时间不在开放时段内：${times}`,
    alwaysOpen: '现在设为“随时可取号”（见数值）：这里的时间照常公布，但不限制取号。',
    up: '上移',
    remove: '删除',
  },
  'zh-Hant': {
    lists: {
      sessions: {
        title: '開放時段',
        hint: '工作日接待的時段，按先後排列。改了時段，請一併核對停止取號和預約時段。',
        add: '增加一段',
      },
      kioskOnAt: { title: '螢幕和取號機', hint: '', add: '' },
      cutoffs: {
        title: '停止取號',
        hint: '自上而下，第一列符合的算數；沒有寫的條件不限。每段一個時間，用空格分開。',
        add: '增加一列',
      },
      slots: {
        title: '預約時段',
        hint: '寫了項目的一列只給這些項目用，另算名額。已經約好的不受影響。',
        add: '增加一列',
      },
      calendar: { title: '工作日', hint: '', add: '' },
      holidays: { title: '節假日', hint: '這些天不開放；首日和末日都算在內。', add: '增加節假日' },
      makeUpDays: { title: '補班日', hint: '這些天開放，即使是週末。', add: '增加一天' },
      priorityClasses: {
        title: '優先類別',
        hint: '叫號時，等候時間加上這些分鐘再比先後。停用的類別取號時不再出現。',
        add: '增加類別',
      },
      itemRules: {
        title: '項目限量和時間',
        hint: '空著就是不限。改了數量，當天已取的號照算。',
        add: '增加項目',
      },
      agents: { title: '代辦員', hint: '有效期當天仍可取號。', add: '增加代辦員' },
      terminals: { title: '自助終端', hint: '取號前會提示空著的終端。', add: '增加終端' },
    },
    columns: {
      ...{ open: '開始', close: '結束', time: '開啟時間', zone: '服務區', kinds: '辦件類型' },
      ...{ packages: '僅一件事', flash: '僅閃辦', minExpectedMinutes: '至少（分鐘）' },
      ...{ items: '項目編碼', at: '停止取號', times: '開始時間', minutes: '每段（分鐘）' },
      ...{ capacity: '名額', everyDay: '週末也上班', coveredUntil: '已公布至', name: '名稱' },
      ...{ from: '從', to: '到', day: '日期', code: '編碼', label: '名稱' },
      ...{ creditMinutes: '加時（分鐘）', evidence: '憑證', needsApproval: '須批准' },
      ...{ enabled: '啟用', item: '項目編碼', ticketsPerDayMax: '每天最多（號）' },
      ...{ agentNo: '代辦證號', organisation: '機構', validUntil: '有效期至', no: '編號' },
      ...{ floor: '樓層', way: '怎麼走', expectedMinutes: '約需（分鐘）' },
    },
    kinds: { instant: '即辦件', deadline: '承諾件', joint: '聯辦件' },
    languages,
    any: '不限',
    and: '、',
    none: '還沒有。',
    find: '在這個清單裡查找',
    row: (no) => `第 ${String(no)} 列`,
    more: (count) => `只列出前 ${String(count)} 列，其餘請查找。`,
    outside: (times) => `這些預約時間不在開放時段內：${times}`,
    alwaysOpen: '現在設為「隨時可取號」（見數值）：這裡的時間照常公布，但不限制取號。',
    up: '上移',
    remove: '刪除',
  },
  en: {
    lists: {
      sessions: {
        title: 'Opening hours',
        hint: 'When visitors are received on a working day, in order. After a change look at the last tickets and the bookable times too.',
        add: 'Add a session',
      },
      kioskOnAt: { title: 'Screens and kiosks', hint: '', add: '' },
      cutoffs: {
        title: 'Last tickets',
        hint: 'From the top down the first row that fits decides; what is left open fits all. One time for each session, with blanks between.',
        add: 'Add a row',
      },
      slots: {
        title: 'Bookable times',
        hint: 'A row with items is for these alone, with places of their own. What is booked stays booked.',
        add: 'Add a row',
      },
      calendar: { title: 'Working days', hint: '', add: '' },
      holidays: {
        title: 'Holidays',
        hint: 'The hall is closed, on the first and the last day too.',
        add: 'Add a holiday',
      },
      makeUpDays: {
        title: 'Make-up days',
        hint: 'The hall is open, even at a weekend.',
        add: 'Add a day',
      },
      priorityClasses: {
        title: 'Priority classes',
        hint: 'These minutes are added to the wait when the next ticket is chosen. A class that is off is no longer offered.',
        add: 'Add a class',
      },
      itemRules: {
        title: 'Limits and times of items',
        hint: 'Empty means no limit. Tickets already taken today count.',
        add: 'Add an item',
      },
      agents: {
        title: 'Agents',
        hint: 'On the last day of validity tickets can still be taken.',
        add: 'Add an agent',
      },
      terminals: {
        title: 'Self-service terminals',
        hint: 'Kiosks point to one that is free before a ticket is taken.',
        add: 'Add a terminal',
      },
    },
    columns: {
      ...{ open: 'From', close: 'Until', time: 'On at', zone: 'Zone', kinds: 'Kind of case' },
      ...{ packages: 'Packages only', flash: 'Flash only', minExpectedMinutes: 'At least (min)' },
      ...{ items: 'Item codes', at: 'Last tickets at', times: 'Begin at', minutes: 'Each (min)' },
      ...{ capacity: 'Places', everyDay: 'Weekends too', coveredUntil: 'Published until' },
      ...{ name: 'Name', from: 'From', to: 'To', day: 'Day', code: 'Code', label: 'Name' },
      ...{ creditMinutes: 'Credit (min)', evidence: 'Evidence', needsApproval: 'Needs approval' },
      ...{ enabled: 'In use', item: 'Item code', ticketsPerDayMax: 'Tickets a day at most' },
      ...{ agentNo: 'Agent number', organisation: 'Organisation', validUntil: 'Valid until' },
      ...{ no: 'Number', floor: 'Floor', way: 'Way there', expectedMinutes: 'Takes (min)' },
    },
    kinds: { instant: 'Instant', deadline: 'By deadline', joint: 'Joint' },
    languages,
    any: 'any',
    and: ', ',
    none: 'None yet.',
    find: 'Search in this list',
    row: (no) => `row ${String(no)}`,
    more: (count) => `The first ${String(count)} rows are shown; search for the others.`,
    outside: (times) => `These bookable times are outside the opening hours: ${times}`,
    alwaysOpen:
      'Tickets are given at any hour now (see Numbers): times here are told, but bind nobody.',
    up: 'Up',
    remove: 'Remove',
  },
});

const CALENDAR_LISTS: Readonly<Record<string, ListName>> = {
  holidays: 'holidays',
  makeUpDays: 'makeUpDays',
};

/**
 * The place of a fault in words, such as `开放时段 · 1 · 开始` for `sessions.1.open`; the path itself
 * where it lies in no list of rows.
 */
export function rulePlaceText(at: string, language: Language): string {
  const { lists, columns } = ruleTableText[language];
  const [head = '', ...rest] = at.split('.');
  const inner = head === 'calendar' ? CALENDAR_LISTS[rest[0] ?? ''] : undefined;
  const name = inner ?? head;
  if (!isName(lists, name)) return at;
  const parts = inner ? rest.slice(1) : rest;
  const words = parts.map((part) => (isName(columns, part) ? columns[part] : part));
  return [lists[name].title, ...words].join(' · ');
}

function isName<T extends object>(table: T, name: string): name is Extract<keyof T, string> {
  return Object.hasOwn(table, name);
}
