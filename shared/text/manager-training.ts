// Which certificate would save most waiting, on the manager's page. Minutes and counts are whole.
import { texts } from './language.ts';

/** Words about training. */
export const trainingText = texts({
  'zh-Hans': {
    title: '培训建议（每周）',
    gain: (clerk: string, department: string, items: number) =>
      `${clerk}取得${department}资格（还差 ${items} 项）：`,
    saves: (minutes: number) => `每周约少等 ${minutes} 人分钟`,
    better: (better: number, days: number) => `${days} 天中 ${better} 天更快`,
    none: (days: number) => `重演最近 ${days} 天，没有哪项培训能明显减少等候。`,
    tooFew: (days: number) => `可用的历史只有 ${days} 天，还不能判断；需要 3 个完整的营业日。`,
    note: '把最近的营业日各重演一遍，只多给这名人员这个部门的资格。新手起初会慢一些，这里没有计入。',
    failed: '暂时无法计算。',
  },
  'zh-Hant': {
    title: '培訓建議（每週）',
    gain: (clerk: string, department: string, items: number) =>
      `${clerk}取得${department}資格（還差 ${items} 項）：`,
    saves: (minutes: number) => `每週約少等 ${minutes} 人分鐘`,
    better: (better: number, days: number) => `${days} 天中 ${better} 天更快`,
    none: (days: number) => `重演最近 ${days} 天，沒有哪項培訓能明顯減少等候。`,
    tooFew: (days: number) => `可用的歷史只有 ${days} 天，還不能判斷；需要 3 個完整的營業日。`,
    note: '把最近的營業日各重演一遍，只多給這名人員這個部門的資格。新手起初會慢一些，這裡沒有計入。',
    failed: '暫時無法計算。',
  },
  en: {
    title: 'Training, a week',
    gain: (clerk: string, department: string, items: number) =>
      `${clerk} certified for ${department} (${items} items missing): `,
    saves: (minutes: number) => `about ${minutes} visitor-minutes less waiting a week`,
    better: (better: number, days: number) => `better on ${better} of ${days} days`,
    none: (days: number) =>
      `The last ${days} days, played again, show no training that would save much waiting.`,
    tooFew: (days: number) =>
      `Only ${days} past days can be used: too few to say. Three whole working days are needed.`,
    note: 'The last days played again with this one certificate more. Whoever is new to it is slower at first; that is not counted.',
    failed: 'Cannot be worked out at the moment.',
  },
});
