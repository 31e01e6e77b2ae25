/**
 * How a wait is told: a middle and a bound, never a promise; and what it rests on. Minutes are whole.
 * Where nobody knows, the sentence says so.
 */
import { texts } from './language.ts';

export const estimateText = texts({
  'zh-Hans': {
    about: (p50: number, p90: number) =>
      p90 <= 1 ? '几乎不用等' : `约${minutes(p50)}分钟，多数在${String(p90)}分钟内`,
    span: (p50: number, p90: number) =>
      p90 <= 1 ? '几乎不用等' : `${spanOf(p50, p90, '约')} 分钟`,
    ifNow: (words: string) => `现在取号${words}`,
    soon: '很快就叫到您',
    unknown: '等候时间暂时无法预计',
    before: (time: string) => `预计 ${time} 前叫到您`,
    and: (words: string, note: string) => `${words}，${note}`,
    afterClosing: (time: string) => `可能在 ${time} 下班之后`,
    overBreak: (from: string, to: string) => `${from}–${to} 休息，可能在 ${to} 之后`,
    fromOpening: (time: string) => `${time} 开始叫号，可能在这之后`,
    promised: (time: string) => `承诺 ${time} 前叫到您`,
    promiseLate: (time: string) => `承诺 ${time} 前叫到您，现已超过，很抱歉让您久等`,
    expected: (words: string) => `预计${words}`,
    fromCatalogue: '按事项目录的时长估算',
    fromHistory: (days: number) => `按本大厅近 ${String(days)} 个工作日估算`,
    title: '等候预计与实际',
    empty: '今天还没有带预计的号被叫到。',
    day: '日期',
    today: '今天',
    count: '已叫到',
    error: '平均误差',
    bias: '偏差',
    coverage: '在预计上限内',
    gone: '未叫到已离开',
    basis: '依据',
    bases: { catalogue: '事项目录', history: '本大厅历史', mixed: '目录与历史' },
    allZones: '全部',
    minutes: (value: string) => `${value} 分钟`,
    late: (value: string) => `比预计晚 ${value} 分钟`,
    early: (value: string) => `比预计早 ${value} 分钟`,
    aim: '目标：90% 在上限内',
  },
  'zh-Hant': {
    about: (p50: number, p90: number) =>
      p90 <= 1 ? '幾乎不用等' : `約${minutes(p50)}分鐘，多數在${String(p90)}分鐘內`,
    span: (p50: number, p90: number) =>
      p90 <= 1 ? '幾乎不用等' : `${spanOf(p50, p90, '約')} 分鐘`,
    ifNow: (words: string) => `現在取號${words}`,
    soon: '很快就叫到您',
    unknown: '等候時間暫時無法預計',
    before: (time: string) => `預計 ${time} 前叫到您`,
    and: (words: string, note: string) => `${words}，${note}`,
    afterClosing: (time: string) => `可能在 ${time} 下班之後`,
    overBreak: (from: string, to: string) => `${from}–${to} 休息，可能在 ${to} 之後`,
    fromOpening: (time: string) => `${time} 開始叫號，可能在這之後`,
    promised: (time: string) => `承諾 ${time} 前叫到您`,
    promiseLate: (time: string) => `承諾 ${time} 前叫到您，現已超過，很抱歉讓您久等`,
    expected: (words: string) => `預計${words}`,
    fromCatalogue: '依項目目錄的時間估算',
    fromHistory: (days: number) => `依本大廳近 ${String(days)} 個工作日估算`,
    title: '等候預計與實際',
    empty: '今天還沒有附預計的號碼被叫到。',
    day: '日期',
    today: '今天',
    count: '已叫到',
    error: '平均誤差',
    bias: '偏差',
    coverage: '在預計上限內',
    gone: '未叫到已離開',
    basis: '依據',
    bases: { catalogue: '項目目錄', history: '本大廳歷史', mixed: '目錄與歷史' },
    allZones: '全部',
    minutes: (value: string) => `${value} 分鐘`,
    late: (value: string) => `比預計晚 ${value} 分鐘`,
    early: (value: string) => `比預計早 ${value} 分鐘`,
    aim: '目標：90% 在上限內',
  },
  en: {
    about: (p50: number, p90: number) =>
      p90 <= 1 ? 'Hardly any wait' : `About ${minutes(p50)} min, most within ${String(p90)} min`,
    span: (p50: number, p90: number) => `${spanOf(p50, p90, 'About')} min`,
    ifNow: (words: string) => `If you join now: ${words.toLowerCase()}`,
    soon: 'You will be called soon',
    unknown: 'The wait cannot be estimated now',
    before: (time: string) => `Expected before ${time}`,
    and: (words: string, note: string) => `${words}; ${note}`,
    afterClosing: (time: string) => `may be after closing at ${time}`,
    overBreak: (from: string, to: string) => `break ${from}-${to}, may be after ${to}`,
    fromOpening: (time: string) => `calling begins at ${time}, may be later`,
    promised: (time: string) => `Promised before ${time}`,
    promiseLate: (time: string) =>
      `Promised before ${time}, which has passed: we are sorry that you still wait`,
    expected: (words: string) => `Estimate: ${words.toLowerCase()}`,
    fromCatalogue: 'Estimated from the times of the catalogue',
    fromHistory: (days: number) =>
      `Estimated from the last ${String(days)} working day${days === 1 ? '' : 's'} of this hall`,
    title: 'Waits told and waits that came',
    empty: 'No ticket with an estimate has been called yet today.',
    day: 'Day',
    today: 'Today',
    count: 'Called',
    error: 'Mean error',
    bias: 'Bias',
    coverage: 'Within the bound',
    gone: 'Left uncalled',
    basis: 'From',
    bases: { catalogue: 'catalogue', history: 'own history', mixed: 'both' },
    allZones: 'All',
    minutes: (value: string) => `${value} min`,
    late: (value: string) => `${value} min later than told`,
    early: (value: string) => `${value} min earlier than told`,
    aim: 'Aim: 90% within the bound',
  },
});

export type EstimateText = (typeof estimateText)['en'];

/** Less than a minute is called one. */
function minutes(count: number): string {
  return String(Math.max(1, count));
}

/** A span needs no "about": a lobby's line has no room for both beside hundreds of minutes. */
function spanOf(p50: number, p90: number, about: string): string {
  return p90 <= Math.max(1, p50) ? `${about} ${minutes(p50)}` : `${minutes(p50)}–${String(p90)}`;
}
