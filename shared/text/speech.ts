/** What a browser's own voice says when the clips cannot be played. Digits are read one by one. */

/** The two packs that are spoken; 繁體 tickets are called in Mandarin like 简体 ones. */
export type SpokenLanguage = 'zh' | 'en';

export interface SpeechWords {
  /** For the voice's choice, BCP 47. */
  readonly tag: string;
  readonly call: (letter: string, digits: readonly string[], window: number) => string;
}

const ZH_DIGITS = '零一二三四五六七八九';
const EN_DIGITS = 'zero one two three four five six seven eight nine'.split(' ');

export const speechText: Readonly<Record<SpokenLanguage, SpeechWords>> = {
  zh: {
    tag: 'zh-CN',
    call: (letter, digits, window) => {
      const number = digits.map((digit) => ZH_DIGITS[Number(digit)] ?? digit).join('');
      return `请 ${letter} ${number} 号，到 ${String(window)} 号窗口`;
    },
  },
  en: {
    tag: 'en-GB',
    call: (letter, digits, window) => {
      const number = digits.map((digit) => EN_DIGITS[Number(digit)] ?? digit).join(' ');
      return `Ticket ${letter} ${number}, please go to window ${String(window)}`;
    },
  },
};
