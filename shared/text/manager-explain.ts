// Why a window called that number, for a manager who must answer for it: what the order judged by, in
// the order's own words. Waits and services come as words of a duration, instants as HH:MM.
import type { CallRule } from '../hall/call-reason.ts';
import { texts } from './language.ts';

/** What a sentence of a choice may name; what the log does not hold is null. */
export interface ChoiceWords {
  readonly ticket: string;
  readonly waited: string;
  readonly effective: string;
  readonly service: string | null;
  readonly promise: string | null;
  /** Called by its own zone's window before the promise had come. */
  readonly isEarly: boolean;
  readonly overtaken: number;
  readonly overtakenMax: number | null;
  readonly overflow: string | null;
  readonly passed: number;
}

type Choice = Readonly<Record<CallRule, (words: ChoiceWords) => string>>;

const hansChoice: Choice = {
  'longest-wait': ({ ticket, effective }) => `能叫的号里，${ticket} 有效等候最久（${effective}）。`,
  'zone-overflow': ({ ticket, waited, overflow }) =>
    `${ticket} 属于他区，已等 ${waited}${overflow === null ? '' : `，超过溢出时间 ${overflow}`}，` +
    '能叫的号里有效等候最久。',
  'promise-due': ({ ticket, promise, isEarly }) =>
    `${ticket} 承诺 ${promise ?? ''} 前叫到，` +
    `${isEarly ? '本区窗口赶在时间之前叫' : '时间已到'}，先于得分。`,
  'overtaken-limit': ({ ticket, overtaken, overtakenMax }) =>
    `${ticket} 已被越过 ${overtaken} 次，到上限${overtakenMax === null ? '' : ` ${overtakenMax}`}，` +
    '不能再被越过，先于得分。',
  'best-score': ({ ticket, service, passed, overtakenMax }) =>
    `没有号承诺到时，也没有号被越过满${overtakenMax === null ? '' : ` ${overtakenMax} `}次；` +
    `${ticket} 得分最高：预计 ${service ?? '很快'}办完，` +
    `${passed === 0 ? '没有越过任何人' : `越过 ${passed} 人`}。`,
  appointment: ({ ticket }) => `${ticket} 预约的时间到了，先于现场次序。`,
  'green-channel': ({ ticket }) => `${ticket} 经批准走绿色通道，先于现场次序。`,
  return: ({ ticket }) => `${ticket} 挂起后回来，由原窗口人员续办，先于次序。`,
  transfer: ({ ticket }) => `${ticket} 由其他窗口转来，先于次序。`,
  'flash-lane': ({ ticket }) => `这是闪办窗口，${ticket} 是短件，先叫。`,
  'only-here': ({ ticket }) => `窗口即将暂停，${ticket} 只能在这里办，先叫。`,
  'share-limit': ({ ticket }) => `优先呼叫已占满份额，这次轮到普通号 ${ticket}。`,
  'by-hand': ({ ticket }) => `管理人员指定 ${ticket}，不按次序。`,
};

const hantChoice: Choice = {
  'longest-wait': ({ ticket, effective }) => `能叫的號裡，${ticket} 有效等候最久（${effective}）。`,
  'zone-overflow': ({ ticket, waited, overflow }) =>
    `${ticket} 屬於他區，已等 ${waited}${overflow === null ? '' : `，超過溢出時間 ${overflow}`}，` +
    '能叫的號裡有效等候最久。',
  'promise-due': ({ ticket, promise, isEarly }) =>
    `${ticket} 承諾 ${promise ?? ''} 前叫到，` +
    `${isEarly ? '本區窗口趕在時間之前叫' : '時間已到'}，先於得分。`,
  'overtaken-limit': ({ ticket, overtaken, overtakenMax }) =>
    `${ticket} 已被越過 ${overtaken} 次，到上限${overtakenMax === null ? '' : ` ${overtakenMax}`}，` +
    '不能再被越過，先於得分。',
  'best-score': ({ ticket, service, passed, overtakenMax }) =>
    `沒有號承諾到時，也沒有號被越過滿${overtakenMax === null ? '' : ` ${overtakenMax} `}次；` +
    `${ticket} 得分最高：預計 ${service ?? '很快'}辦完，` +
    `${passed === 0 ? '沒有越過任何人' : `越過 ${passed} 人`}。`,
  appointment: ({ ticket }) => `${ticket} 預約的時間到了，先於現場次序。`,
  'green-channel': ({ ticket }) => `${ticket} 經核准走綠色通道，先於現場次序。`,
  return: ({ ticket }) => `${ticket} 保留後回來，由原窗口人員續辦，先於次序。`,
  transfer: ({ ticket }) => `${ticket} 由其他窗口轉來，先於次序。`,
  'flash-lane': ({ ticket }) => `這是閃辦窗口，${ticket} 是短件，先叫。`,
  'only-here': ({ ticket }) => `窗口即將暫停，${ticket} 只能在這裡辦，先叫。`,
  'share-limit': ({ ticket }) => `優先呼叫已占滿份額，這次輪到普通號 ${ticket}。`,
  'by-hand': ({ ticket }) => `管理人員指定 ${ticket}，不按次序。`,
};

const englishChoice: Choice = {
  'longest-wait': ({ ticket, effective }) =>
    `Of those it could call, ${ticket} had the longest effective wait (${effective}).`,
  'zone-overflow': ({ ticket, waited, overflow }) =>
    `${ticket} belongs to another zone, but had waited ${waited}` +
    `${overflow === null ? '' : `, beyond the overflow time of ${overflow}`}: ` +
    'the longest effective wait of those it could call.',
  'promise-due': ({ ticket, promise, isEarly }) =>
    `${ticket} was promised a call by ${promise ?? ''}: ` +
    `${isEarly ? 'its own zone’s window keeps it ahead of time' : 'the time had come'}. ` +
    'This comes before any score.',
  'overtaken-limit': ({ ticket, overtaken, overtakenMax }) =>
    `${ticket} had been passed ${overtaken} times` +
    `${overtakenMax === null ? '' : `, the limit being ${overtakenMax}`}, ` +
    'and may not be passed again. This comes before any score.',
  'best-score': ({ ticket, service, passed, overtakenMax }) =>
    `No promise was due and nobody had been passed ${overtakenMax ?? 'too many'} times; ` +
    `${ticket} had the best score: it should take ${service ?? 'little time'} and passed ` +
    `${passed === 0 ? 'nobody' : passed}.`,
  appointment: ({ ticket }) => `${ticket} had an appointment and its time had come.`,
  'green-channel': ({ ticket }) => `${ticket} has an approved green channel.`,
  return: ({ ticket }) => `${ticket} came back from hold, to the same clerk.`,
  transfer: ({ ticket }) => `${ticket} was sent here from another window.`,
  'flash-lane': ({ ticket }) => `This window takes short matters first, and ${ticket} is one.`,
  'only-here': ({ ticket }) =>
    `The window was about to pause, and ${ticket} can be served only here.`,
  'share-limit': ({ ticket }) =>
    `Priority calls had used up their share: the turn of ${ticket}, which has none.`,
  'by-hand': ({ ticket }) => `A manager chose ${ticket}, out of the order.`,
};

/** Words of an explained call. */
export const explainText = texts({
  'zh-Hans': {
    title: (ticket: string, no: number) => `为什么 ${no} 号窗口叫 ${ticket}`,
    choice: hansChoice,
    wait: (waited: string, credit: string | null) =>
      credit === null ? `已等 ${waited}。` : `已等 ${waited}，优先加 ${credit}。`,
    of: (eligible: number, waiting: number) =>
      `当时全厅等候 ${waiting} 张，这个窗口和窗口人员能叫 ${eligible} 张。`,
    passedNobody: '没有越过先到的人。',
    passed: (count: number, tickets: string) => `越过先到的 ${count} 人：${tickets}。`,
    counted: (count: number) =>
      count === 0 ? '这是权利，不计入被越过次数。' : `其中 ${count} 人的被越过次数加一。`,
    heading: {
      strict: '被叫的号，再列有效等候最久的其他号',
      zones: (overflow: string) =>
        `被叫的号，再列有效等候最久的其他号（他区的等满 ${overflow}才可叫）`,
      promise: '被叫的号，再列得分最高的其他号',
    },
    scoreNote: (factor: number) =>
      `得分：预计用时越短越高，越过的人越多、越接近上限越低，他区的号再乘 ${factor}。` +
      '承诺到时的、被越过满上限的先叫，不看得分。',
    effective: '有效等候',
    zone: '服务区',
    own: '本区',
    other: '他区',
    score: '得分',
    service: '预计用时',
    promise: '承诺',
    left: (time: string, minutes: string) => `${time}（还有 ${minutes}）`,
    late: (time: string, minutes: string) => `${time}（已过 ${minutes}）`,
    overtaken: '被越过 / 上限',
    called: '被叫',
    policy: (version: number, digest: string) => `规则第 ${version} 版 · 校验 ${digest}`,
  },
  'zh-Hant': {
    title: (ticket: string, no: number) => `為什麼 ${no} 號窗口叫 ${ticket}`,
    choice: hantChoice,
    wait: (waited: string, credit: string | null) =>
      credit === null ? `已等 ${waited}。` : `已等 ${waited}，優先加 ${credit}。`,
    of: (eligible: number, waiting: number) =>
      `當時全廳等候 ${waiting} 張，這個窗口和窗口人員能叫 ${eligible} 張。`,
    passedNobody: '沒有越過先到的人。',
    passed: (count: number, tickets: string) => `越過先到的 ${count} 人：${tickets}。`,
    counted: (count: number) =>
      count === 0 ? '這是權利，不計入被越過次數。' : `其中 ${count} 人的被越過次數加一。`,
    heading: {
      strict: '被叫的號，再列有效等候最久的其他號',
      zones: (overflow: string) =>
        `被叫的號，再列有效等候最久的其他號（他區的等滿 ${overflow}才可叫）`,
      promise: '被叫的號，再列得分最高的其他號',
    },
    scoreNote: (factor: number) =>
      `得分：預計用時越短越高，越過的人越多、越接近上限越低，他區的號再乘 ${factor}。` +
      '承諾到時的、被越過滿上限的先叫，不看得分。',
    effective: '有效等候',
    zone: '服務區',
    own: '本區',
    other: '他區',
    score: '得分',
    service: '預計用時',
    promise: '承諾',
    left: (time: string, minutes: string) => `${time}（還有 ${minutes}）`,
    late: (time: string, minutes: string) => `${time}（已過 ${minutes}）`,
    overtaken: '被越過 / 上限',
    called: '被叫',
    policy: (version: number, digest: string) => `規則第 ${version} 版 · 校驗 ${digest}`,
  },
  en: {
    title: (ticket: string, no: number) => `Why window ${no} called ${ticket}`,
    choice: englishChoice,
    wait: (waited: string, credit: string | null) =>
      credit === null ? `Had waited ${waited}.` : `Had waited ${waited}, credit ${credit}.`,
    of: (eligible: number, waiting: number) =>
      `${waiting} waited in the hall then; this window and clerk could call ${eligible} of them.`,
    passedNobody: 'Nobody who came earlier was passed.',
    passed: (count: number, tickets: string) => `Passed ${count} who came earlier: ${tickets}.`,
    counted: (count: number) =>
      count === 0
        ? 'By right: it counts for nobody as being passed.'
        : `For ${count} of them it counts as being passed.`,
    heading: {
      strict: 'The one called, then the longest effective waits among the others',
      zones: (overflow: string) =>
        'The one called, then the longest effective waits among the others ' +
        `(other zones’ only after ${overflow})`,
      promise: 'The one called, then the best scores among the others',
    },
    scoreNote: (factor: number) =>
      'Score: higher the shorter the service, lower the more it passes and the nearer those are to ' +
      `their limit, times ${factor} in another zone. Promises due and limits reached come first, ` +
      'whatever the score.',
    effective: 'Effective wait',
    zone: 'Zone',
    own: 'own',
    other: 'other',
    score: 'Score',
    service: 'Expected service',
    promise: 'Promised by',
    left: (time: string, minutes: string) => `${time} (${minutes} left)`,
    late: (time: string, minutes: string) => `${time} (${minutes} past)`,
    overtaken: 'Passed / limit',
    called: 'called',
    policy: (version: number, digest: string) => `Rules, version ${version} · proof ${digest}`,
  },
});
