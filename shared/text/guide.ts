// What a guide (导办) does at the manager's page: takes a number for somebody who cannot.
import { texts } from './language.ts';

/** Words of the guide's own sheet. */
export const guideText = texts({
  'zh-Hans': {
    title: '代取号',
    search: '事项名称、首字母或编码',
    none: '没有找到，请换个说法。',
    issue: '取号',
    done: (ticket: string) => `已取号 ${ticket}`,
  },
  'zh-Hant': {
    title: '代取號',
    search: '項目名稱、首字母或代碼',
    none: '沒有找到，請換個說法。',
    issue: '取號',
    done: (ticket: string) => `已取號 ${ticket}`,
  },
  en: {
    title: 'Take a number for a visitor',
    search: 'Service, initials or code',
    none: 'Nothing found. Please try other words.',
    issue: 'Take it',
    done: (ticket: string) => `Number ${ticket} taken`,
  },
});
