// What the manager's page says of promise calling beside the strict order: sentences with figures.
// Minutes come as numbers, times as HH:MM, numbers of tickets as a list.
import { texts } from './language.ts';

/** What a doubt may name. */
export interface DoubtFigures {
  readonly elsewherePercent: number;
  readonly brokenPromises: number;
  readonly lost: number;
}

/** Words of the shadow run. */
export const shadowText = texts({
  'zh-Hans': {
    title: '承诺叫号：如果用了会怎样',
    note: '同样的人、同样的办理时长，按两种顺序各排一遍；只比较，不影响叫号。',
    zonesNote:
      '有几个服务区时，假定窗口办他区的事项与本区一样快；少等的时间有一部分来自窗口帮他区办事。',
    loading: '正在取结果…',
    failed: '结果暂时取不到，稍后自动再取。',
    notStrict: '现在不是严格顺序叫号，没有可比的。',
    notYet: '今天还没有结果，开门后每 10 分钟算一次。',
    tooFew: (visitors: number) => `到现在才 ${visitors} 人，太少，说不了什么。`,
    today: (time: string) => `今天到 ${time}`,
    saves: (minutes: number, visitors: number) => `${visitors} 人合计本可少等 ${minutes} 分钟`,
    costs: (minutes: number, visitors: number) => `${visitors} 人合计反而会多等 ${minutes} 分钟`,
    mean: '平均等候',
    p95: '二十人中十九人的等候',
    longest: '最长等候',
    change: (before: number, after: number) => `${before} → ${after} 分`,
    sooner: '早叫 5 分以上',
    worse: '多等 5 分以上',
    worse10: (count: number) => `其中 ${count} 人多等 10 分以上`,
    harmed: (tickets: string) => `多等最久的：${tickets}`,
    more: (ticket: string, minutes: number) => `${ticket} 多 ${minutes} 分`,
    and: '、',
    people: (count: number) => `${count} 人`,
    promises: '承诺落空',
    promisesNote: '比承诺晚 5 分以上才被叫',
    overtaken: '最多被越过',
    times: (count: number) => `${count} 次`,
    worth: {
      'too-few': '人太少',
      good: '可信',
      fair: '大致可信',
      poor: '只看方向',
    },
    doubtTitle: '为什么：',
    colon: '：',
    separator: '；',
    doubt: {
      replay: () => '重排与实际对不上',
      catalogue: () => '预计时长还取自事项目录，没有学到自己的',
      elsewhere: ({ elsewherePercent }: DoubtFigures) =>
        `${elsewherePercent}% 的人要由当天没办过这类事项的他区窗口来办，只是假定一样快`,
      promises: ({ brokenPromises }: DoubtFigures) =>
        `${brokenPromises} 个承诺会落空，说明到达时的预计在这一天不准`,
      lost: ({ lost }: DoubtFigures) => `${lost} 人排不进去`,
    },
    poorHeadline: (words: string) => `只看方向：${words}`,
    harmGreat: (count: number, percent: string) =>
      `${count} 人（${percent}%）会多等 10 分以上，超过百分之一。改用之前请先看是哪些人。`,
    harmedZone: (count: number, of: number, zone: string) =>
      `多等 5 分以上的 ${of} 人里，${count} 人在${zone}：那里的窗口会去帮别的区。`,
    check: (errorMinutes: number, real: number) =>
      `先用严格顺序重排一遍：与实际等候平均相差 ${errorMinutes} 分（实际平均 ${real} 分）`,
    learned: (days: number) => `预计时长取自前 ${days} 天`,
    leftOut: (count: number) => `${count} 人没被叫到就离开，或排不进去，两种顺序都不算`,
    past: '前几天',
    noPast: '前几天没有可比的。',
    sum: (days: number, visitors: number) => `前 ${days} 天，${visitors} 人`,
    sumMean: (before: number, after: number) => `平均等候 ${before} → ${after} 分`,
    sumSaved: (minutes: number) => `合计少等 ${minutes} 分钟`,
    sumCost: (minutes: number) => `合计多等 ${minutes} 分钟`,
    sumHarm: (five: number, ten: number) => `${five} 人多等 5 分以上，${ten} 人 10 分以上`,
    sumWorse: (days: number) => (days === 0 ? '没有一天更慢' : `${days} 天反而更慢`),
    date: '日期',
    visitors: '人数',
    saved: '少等人分钟',
    worse5: '多等 5 / 10 分以上',
    trust: '可信度',
  },
  'zh-Hant': {
    title: '承諾叫號：如果用了會怎樣',
    note: '同樣的人、同樣的辦理時長，按兩種順序各排一遍；只比較，不影響叫號。',
    zonesNote:
      '有幾個服務區時，假定窗口辦他區的事項與本區一樣快；少等的時間有一部分來自窗口幫他區辦事。',
    loading: '正在取結果…',
    failed: '結果暫時取不到，稍後自動再取。',
    notStrict: '現在不是嚴格順序叫號，沒有可比的。',
    notYet: '今天還沒有結果，開門後每 10 分鐘算一次。',
    tooFew: (visitors: number) => `到現在才 ${visitors} 人，太少，說不了什麼。`,
    today: (time: string) => `今天到 ${time}`,
    saves: (minutes: number, visitors: number) => `${visitors} 人合計本可少等 ${minutes} 分鐘`,
    costs: (minutes: number, visitors: number) => `${visitors} 人合計反而會多等 ${minutes} 分鐘`,
    mean: '平均等候',
    p95: '二十人中十九人的等候',
    longest: '最長等候',
    change: (before: number, after: number) => `${before} → ${after} 分`,
    sooner: '早叫 5 分以上',
    worse: '多等 5 分以上',
    worse10: (count: number) => `其中 ${count} 人多等 10 分以上`,
    harmed: (tickets: string) => `多等最久的：${tickets}`,
    more: (ticket: string, minutes: number) => `${ticket} 多 ${minutes} 分`,
    and: '、',
    people: (count: number) => `${count} 人`,
    promises: '承諾落空',
    promisesNote: '比承諾晚 5 分以上才被叫',
    overtaken: '最多被越過',
    times: (count: number) => `${count} 次`,
    worth: {
      'too-few': '人太少',
      good: '可信',
      fair: '大致可信',
      poor: '只看方向',
    },
    doubtTitle: '為什麼：',
    colon: '：',
    separator: '；',
    doubt: {
      replay: () => '重排與實際對不上',
      catalogue: () => '預計時長還取自事項目錄，沒有學到自己的',
      elsewhere: ({ elsewherePercent }: DoubtFigures) =>
        `${elsewherePercent}% 的人要由當天沒辦過這類事項的他區窗口來辦，只是假定一樣快`,
      promises: ({ brokenPromises }: DoubtFigures) =>
        `${brokenPromises} 個承諾會落空，說明到達時的預計在這一天不準`,
      lost: ({ lost }: DoubtFigures) => `${lost} 人排不進去`,
    },
    poorHeadline: (words: string) => `只看方向：${words}`,
    harmGreat: (count: number, percent: string) =>
      `${count} 人（${percent}%）會多等 10 分以上，超過百分之一。改用之前請先看是哪些人。`,
    harmedZone: (count: number, of: number, zone: string) =>
      `多等 5 分以上的 ${of} 人裡，${count} 人在${zone}：那裡的窗口會去幫別的區。`,
    check: (errorMinutes: number, real: number) =>
      `先用嚴格順序重排一遍：與實際等候平均相差 ${errorMinutes} 分（實際平均 ${real} 分）`,
    learned: (days: number) => `預計時長取自前 ${days} 天`,
    leftOut: (count: number) => `${count} 人沒被叫到就離開，或排不進去，兩種順序都不算`,
    past: '前幾天',
    noPast: '前幾天沒有可比的。',
    sum: (days: number, visitors: number) => `前 ${days} 天，${visitors} 人`,
    sumMean: (before: number, after: number) => `平均等候 ${before} → ${after} 分`,
    sumSaved: (minutes: number) => `合計少等 ${minutes} 分鐘`,
    sumCost: (minutes: number) => `合計多等 ${minutes} 分鐘`,
    sumHarm: (five: number, ten: number) => `${five} 人多等 5 分以上，${ten} 人 10 分以上`,
    sumWorse: (days: number) => (days === 0 ? '沒有一天更慢' : `${days} 天反而更慢`),
    date: '日期',
    visitors: '人數',
    saved: '少等人分鐘',
    worse5: '多等 5 / 10 分以上',
    trust: '可信度',
  },
  en: {
    title: 'Calling by promise: what it would have done',
    note: 'The same visitors with the same services, played in both orders. It compares; it calls nobody.',
    zonesNote:
      'With several zones, a service in another zone is assumed to take as long as in the own zone, and part of the saving comes from windows helping other zones.',
    loading: 'Fetching the results…',
    failed: 'The results cannot be fetched now; tried again by itself.',
    notStrict: 'The hall does not call in strict order now: nothing to compare.',
    notYet: 'No result of today yet; one comes every 10 minutes while the hall is open.',
    tooFew: (visitors: number) => `Only ${visitors} visitors so far: too few to say anything.`,
    today: (time: string) => `Today until ${time}`,
    saves: (minutes: number, visitors: number) =>
      `${visitors} visitors together would have waited ${minutes} minutes less`,
    costs: (minutes: number, visitors: number) =>
      `${visitors} visitors together would have waited ${minutes} minutes longer`,
    mean: 'Mean wait',
    p95: 'Wait of 19 in 20',
    longest: 'Longest wait',
    change: (before: number, after: number) => `${before} → ${after} min`,
    sooner: 'Called over 5 min sooner',
    worse: 'Over 5 min longer',
    worse10: (count: number) => `${count} of them over 10 min longer`,
    harmed: (tickets: string) => `Longest beyond strict order: ${tickets}`,
    more: (ticket: string, minutes: number) => `${ticket} +${minutes} min`,
    and: ', ',
    people: (count: number) => String(count),
    promises: 'Broken promises',
    promisesNote: 'called over 5 min after the promise',
    overtaken: 'Most often overtaken',
    times: (count: number) => `${count}×`,
    worth: {
      'too-few': 'too few',
      good: 'reliable',
      fair: 'roughly reliable',
      poor: 'direction only',
    },
    doubtTitle: 'Why: ',
    colon: ': ',
    separator: '; ',
    doubt: {
      replay: () => 'the replay does not match what happened',
      catalogue: () => 'expected times still come from the catalogue, none were learned',
      elsewhere: ({ elsewherePercent }: DoubtFigures) =>
        `${elsewherePercent}% would be served by windows of other zones that served no such matter that day; ` +
        'the same speed is only assumed',
      promises: ({ brokenPromises }: DoubtFigures) =>
        `${brokenPromises} promises would be broken, so the waits predicted at arrival are wrong for this day`,
      lost: ({ lost }: DoubtFigures) => `${lost} visits could not be placed`,
    },
    poorHeadline: (words: string) => `Direction only: ${words}`,
    harmGreat: (count: number, percent: string) =>
      `${count} visitors (${percent}%) would wait over 10 min longer: more than one in a hundred. ` +
      'Look who they are before changing the order.',
    harmedZone: (count: number, of: number, zone: string) =>
      `Of the ${of} who would wait over 5 min longer, ${count} belong to ${zone}, whose windows would help other zones.`,
    check: (errorMinutes: number, real: number) =>
      `Strict order played again is off by ${errorMinutes} min on average (real mean ${real} min)`,
    learned: (days: number) => `Expected times were learned from ${days} days`,
    leftOut: (count: number) =>
      `${count} left without a call or could not be placed: in neither order`,
    past: 'Days before',
    noPast: 'No earlier day to compare.',
    sum: (days: number, visitors: number) => `${days} days, ${visitors} visitors`,
    sumMean: (before: number, after: number) => `mean wait ${before} → ${after} min`,
    sumSaved: (minutes: number) => `${minutes} minutes less in sum`,
    sumCost: (minutes: number) => `${minutes} minutes more in sum`,
    sumHarm: (five: number, ten: number) => `${five} over 5 min longer, ${ten} over 10 min`,
    sumWorse: (days: number) => (days === 0 ? 'no day was slower' : `${days} days were slower`),
    date: 'Date',
    visitors: 'Visitors',
    saved: 'Person-minutes saved',
    worse5: 'Over 5 / 10 min longer',
    trust: 'Reliability',
  },
});
