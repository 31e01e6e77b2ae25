// Why a number was called, where the hall does not go by the longest wait alone: one line for the desk,
// and one sentence for a visitor who asks why somebody later came first. It names the number that the
// screens show anyway, never a class, a reason or a person, and says what becomes of the own place.
import type { CallRule } from '../hall/call-reason.ts';
import type { Language } from './language.ts';
import { texts } from './language.ts';

/** What the sentence to a passed visitor knows. */
export interface PassedWords {
  /** Who was called. */
  readonly ticket: string;
  /** Expected service of that one, in words; null where it did not decide. */
  readonly service: string | null;
  /** By when the asking visitor was promised to be called, `10:42`; null without a promise that holds. */
  readonly promise: string | null;
}

type Passed = Readonly<Record<CallRule, (words: PassedWords) => string>>;

const hansPassed: Passed = {
  'longest-wait': ({ ticket }) => `${ticket} 依规定优先，等候时间折算后比您长。`,
  'zone-overflow': ({ ticket }) => `${ticket} 在别的区等了很久，由空出来的窗口办理。`,
  'promise-due': ({ ticket }) => `按承诺的时间，轮到 ${ticket} 了。`,
  'overtaken-limit': ({ ticket }) => `${ticket} 已多次让后来的人先办，这次轮到了。`,
  'best-score': ({ ticket, service, promise }) =>
    `${ticket} 比您晚到，预计${service ?? '很快'}就能办完` +
    `${promise === null ? '' : `，先办不影响您的承诺时间（${promise}）`}。`,
  appointment: ({ ticket }) => `${ticket} 预约的时间到了。`,
  'green-channel': ({ ticket }) => `${ticket} 经批准走绿色通道。`,
  return: ({ ticket }) => `${ticket} 先前办到一半，回来由原窗口续办。`,
  transfer: ({ ticket }) => `${ticket} 由其他窗口转来续办。`,
  'flash-lane': ({ ticket }) => `那是闪办窗口，${ticket} 是短事项。`,
  'only-here': ({ ticket }) => `那个窗口即将暂停，${ticket} 只能在那里办。`,
  'share-limit': ({ ticket }) => `优先号已达上限，这次轮到普通号 ${ticket}。`,
  'by-hand': ({ ticket }) => `值班主任因特殊情况安排 ${ticket} 先办，已有记录。`,
};

const hantPassed: Passed = {
  'longest-wait': ({ ticket }) => `${ticket} 依規定優先，等候時間折算後比您長。`,
  'zone-overflow': ({ ticket }) => `${ticket} 在別的區等了很久，由空出來的窗口辦理。`,
  'promise-due': ({ ticket }) => `依承諾的時間，輪到 ${ticket} 了。`,
  'overtaken-limit': ({ ticket }) => `${ticket} 已多次讓後來的人先辦，這次輪到了。`,
  'best-score': ({ ticket, service, promise }) =>
    `${ticket} 比您晚到，預計${service ?? '很快'}就能辦完` +
    `${promise === null ? '' : `，先辦不影響您的承諾時間（${promise}）`}。`,
  appointment: ({ ticket }) => `${ticket} 預約的時間到了。`,
  'green-channel': ({ ticket }) => `${ticket} 經核准走綠色通道。`,
  return: ({ ticket }) => `${ticket} 先前辦到一半，回來由原窗口續辦。`,
  transfer: ({ ticket }) => `${ticket} 由其他窗口轉來續辦。`,
  'flash-lane': ({ ticket }) => `那是快辦窗口，${ticket} 是短事項。`,
  'only-here': ({ ticket }) => `那個窗口即將暫停，${ticket} 只能在那裡辦。`,
  'share-limit': ({ ticket }) => `優先號已達上限，這次輪到普通號 ${ticket}。`,
  'by-hand': ({ ticket }) => `值班主任因特殊情況安排 ${ticket} 先辦，已有記錄。`,
};

const englishPassed: Passed = {
  'longest-wait': ({ ticket }) => `${ticket} has priority by the rules.`,
  'zone-overflow': ({ ticket }) =>
    `${ticket} had waited very long in another zone; a free window took it.`,
  'promise-due': ({ ticket }) => `By the times promised, it was ${ticket}’s turn.`,
  'overtaken-limit': ({ ticket }) => `${ticket} had let many pass before, and it was its turn.`,
  'best-score': ({ ticket, service, promise }) =>
    `${ticket} came later but takes ${service ?? 'very little time'}` +
    `${promise === null ? '' : `; you are still called by the time you were promised, ${promise}`}.`,
  appointment: ({ ticket }) => `${ticket} had an appointment, and its time had come.`,
  'green-channel': ({ ticket }) => `${ticket} has an approved green channel.`,
  return: ({ ticket }) => `${ticket} was half done before and came back to the same clerk.`,
  transfer: ({ ticket }) => `${ticket} was sent on from another window.`,
  'flash-lane': ({ ticket }) => `That window takes short matters first, and ${ticket} is one.`,
  'only-here': ({ ticket }) =>
    `That window was about to pause, and ${ticket} can be served only there.`,
  'share-limit': ({ ticket }) => `Priority had had its share, and it was ${ticket}’s turn.`,
  'by-hand': ({ ticket }) =>
    `The duty manager had ${ticket} called for a special reason, which is on record.`,
};

/** Words for desks and phones. */
export const callReasons = texts({
  'zh-Hans': {
    desk: {
      overflow: (ticket: string, waited: string) =>
        `${ticket} 等候 ${waited}，已超过分区溢出时间，可由他区窗口叫。`,
      due: (ticket: string, time: string, waited: string, credit: string | null) =>
        `${ticket} 承诺 ${time} 前叫到，该叫了：等候 ${waited}${credit ? `，优先加 ${credit}` : ''}。`,
      limit: (ticket: string, times: number) => `${ticket} 已被越过 ${times} 次，到上限，轮到了。`,
      best: (ticket: string, service: string) =>
        `${ticket} 预计${service}可办结，不影响前面任何人的承诺时间。`,
    },
    minutes: (count: number) => ` ${String(count)} 分钟`,
    passedTitle: '为什么还没叫我？',
    passed: hansPassed,
    byPriority: ({ ticket }: PassedWords) => `${ticket} 依规定优先。`,
    placeKept: '您的位置没有变。',
  },
  'zh-Hant': {
    desk: {
      overflow: (ticket: string, waited: string) =>
        `${ticket} 等候 ${waited}，已超過分區溢出時間，可由他區窗口叫。`,
      due: (ticket: string, time: string, waited: string, credit: string | null) =>
        `${ticket} 承諾 ${time} 前叫到，該叫了：等候 ${waited}${credit ? `，優先加 ${credit}` : ''}。`,
      limit: (ticket: string, times: number) => `${ticket} 已被越過 ${times} 次，到上限，輪到了。`,
      best: (ticket: string, service: string) =>
        `${ticket} 預計${service}可辦結，不影響前面任何人的承諾時間。`,
    },
    minutes: (count: number) => ` ${String(count)} 分鐘`,
    passedTitle: '為什麼還沒叫我？',
    passed: hantPassed,
    byPriority: ({ ticket }: PassedWords) => `${ticket} 依規定優先。`,
    placeKept: '您的位置沒有變。',
  },
  en: {
    desk: {
      overflow: (ticket: string, waited: string) =>
        `${ticket} waited ${waited}, beyond the overflow time, so every zone may call it.`,
      due: (ticket: string, time: string, waited: string, credit: string | null) =>
        `${ticket} was promised a call by ${time}: its turn. Waited ${waited}` +
        `${credit ? `, priority adds ${credit}` : ''}.`,
      limit: (ticket: string, times: number) =>
        `${ticket} was passed ${times} times, as often as anybody may be: its turn.`,
      best: (ticket: string, service: string) =>
        `${ticket} should take ${service}, and nobody ahead misses the promised time.`,
    },
    minutes: (count: number) => `about ${String(count)} min`,
    passedTitle: 'Why not me yet?',
    passed: englishPassed,
    byPriority: ({ ticket }: PassedWords) => `${ticket} has priority by the rules.`,
    placeKept: 'Your place is unchanged.',
  },
});

/** What a visitor's page knows of the call that passed them. */
export interface PassedBy {
  readonly ticket: string;
  readonly rule: CallRule;
  readonly isPriority: boolean;
  readonly serviceMinutes: number | null;
}

/** Why somebody later was called, in a sentence and a half. */
export function whyNotMe(by: PassedBy, promise: string | null, language: Language): string {
  const { passed, byPriority, minutes, placeKept } = callReasons[language];
  const service = by.serviceMinutes === null ? null : minutes(by.serviceMinutes);
  const words = { ticket: by.ticket, service, promise };
  const sentence = by.isPriority ? byPriority(words) : passed[by.rule](words);
  return `${sentence}${language === 'en' ? ' ' : ''}${placeKept}`;
}
