// The rail's words: each warning in one sentence with its figure, who has taken it up, and the one
// thing to do next; the emergency message; items that nobody present may handle.
import type { AlertKind } from '../hall/alerts.ts';
import type { EmergencyKind } from '../hall/command-words.ts';
import { texts } from './language.ts';

/** What the sentence of a warning may need, already in words. */
export interface AlertWords {
  readonly zone: string;
  readonly window: number;
  readonly ticket: string;
  readonly device: string;
  readonly department: string;
  readonly clerk: string;
  readonly count: number;
}

type Sentences = Readonly<Record<AlertKind, (about: AlertWords) => string>>;

const hans: Sentences = {
  'long-wait': ({ zone, ticket, count }) => `${zone}：${ticket} 已等 ${count} 分钟`,
  'queue-per-window': ({ zone, count }) => `${zone}：每个窗口有 ${count} 人在等`,
  'idle-with-queue': ({ window, count }) => `${window} 号窗口空闲 ${count} 分钟，有人可叫`,
  'long-service': ({ window, ticket, count }) => `${window} 号窗口办 ${ticket} 已 ${count} 分钟`,
  'unexplained-pause': ({ window, count }) => `${window} 号窗口暂停 ${count} 分钟，没有说明`,
  'device-silent': ({ device, count }) =>
    count > 0 ? `${device} ${count} 分钟没有回应` : `${device} 没有回应`,
  'paper-low': ({ device, count }) => `${device} 的纸只剩 ${count} %`,
  'coverage-hole': ({ department, count, window, clerk }) =>
    window > 0
      ? `${department} ${count} 个事项：${clerk} 有资格，但所在的 ${window} 号窗口不办`
      : `${department} ${count} 个事项现在没有人能办`,
  'flash-breach': ({ window, ticket, count }) =>
    `闪办超时：${window} 号窗口 ${ticket} ${count} 分钟`,
  'hold-overdue': ({ ticket, window, count }) =>
    `${ticket}（${window} 号窗口挂起）逾期 ${count} 分钟未返回`,
  'call-unanswered': ({ window, ticket, count }) =>
    `${window} 号窗口叫了 ${ticket}，${count} 分钟没有开始，也没有过号`,
};

const hant: Sentences = {
  'long-wait': ({ zone, ticket, count }) => `${zone}：${ticket} 已等 ${count} 分鐘`,
  'queue-per-window': ({ zone, count }) => `${zone}：每個窗口有 ${count} 人在等`,
  'idle-with-queue': ({ window, count }) => `${window} 號窗口空閒 ${count} 分鐘，有人可叫`,
  'long-service': ({ window, ticket, count }) => `${window} 號窗口辦 ${ticket} 已 ${count} 分鐘`,
  'unexplained-pause': ({ window, count }) => `${window} 號窗口暫停 ${count} 分鐘，沒有說明`,
  'device-silent': ({ device, count }) =>
    count > 0 ? `${device} ${count} 分鐘沒有回應` : `${device} 沒有回應`,
  'paper-low': ({ device, count }) => `${device} 的紙只剩 ${count} %`,
  'coverage-hole': ({ department, count, window, clerk }) =>
    window > 0
      ? `${department} ${count} 個項目：${clerk} 有資格，但所在的 ${window} 號窗口不辦`
      : `${department} ${count} 個項目現在沒有人能辦`,
  'flash-breach': ({ window, ticket, count }) =>
    `閃辦逾時：${window} 號窗口 ${ticket} ${count} 分鐘`,
  'hold-overdue': ({ ticket, window, count }) =>
    `${ticket}（${window} 號窗口保留）逾期 ${count} 分鐘未返回`,
  'call-unanswered': ({ window, ticket, count }) =>
    `${window} 號窗口叫了 ${ticket}，${count} 分鐘沒有開始，也沒有過號`,
};

const minutesOf = (count: number) => `${count} ${count === 1 ? 'minute' : 'minutes'}`;

const servicesOf = (count: number) => `${count} ${count === 1 ? 'service' : 'services'}`;

const english: Sentences = {
  'long-wait': ({ zone, ticket, count }) => `${zone}: ${ticket} has waited ${minutesOf(count)}`,
  'queue-per-window': ({ zone, count }) => `${zone}: ${count} wait for each window`,
  'idle-with-queue': ({ window, count }) =>
    `Window ${window} idle for ${minutesOf(count)} though somebody waits`,
  'long-service': ({ window, ticket, count }) =>
    `Window ${window} has served ${ticket} for ${minutesOf(count)}`,
  'unexplained-pause': ({ window, count }) =>
    `Window ${window} paused for ${minutesOf(count)}, no reason given`,
  'device-silent': ({ device, count }) =>
    count > 0 ? `${device} silent for ${minutesOf(count)}` : `${device} is silent`,
  'paper-low': ({ device, count }) => `${device}: ${count} % of the paper left`,
  'coverage-hole': ({ department, count, window, clerk }) =>
    window > 0
      ? `${department}: ${clerk} is certified, but window ${window} does not take ${servicesOf(count)}`
      : `${department}: nobody present may handle ${servicesOf(count)}`,
  'flash-breach': ({ window, ticket, count }) =>
    `Flash case over time: window ${window}, ${ticket}, ${minutesOf(count)}`,
  'hold-overdue': ({ ticket, window, count }) =>
    `${ticket}, held at window ${window}, is ${minutesOf(count)} late`,
  'call-unanswered': ({ window, ticket, count }) =>
    `Window ${window} called ${ticket}: for ${minutesOf(count)} neither begun nor missed`,
};

type EmergencyWords = Readonly<
  Record<EmergencyKind, { readonly name: string; readonly words: string }>
>;

const hansEmergency: EmergencyWords = {
  fire: { name: '火警', words: '发生火情，请保持镇静，按工作人员指引从安全出口离开' },
  power: { name: '停电', words: '电力中断，请在原位稍候，号码继续有效' },
  weather: { name: '恶劣天气', words: '天气恶劣，请留在室内，号码继续有效' },
  security: { name: '安全', words: '请按工作人员指引行动' },
  drill: { name: '演练', words: '现在进行疏散演练，请按工作人员指引离开' },
  notice: { name: '通知', words: '重要通知' },
};

const hantEmergency: EmergencyWords = {
  fire: { name: '火警', words: '發生火情，請保持鎮靜，依工作人員指引從安全出口離開' },
  power: { name: '停電', words: '電力中斷，請在原位稍候，號碼繼續有效' },
  weather: { name: '惡劣天氣', words: '天氣惡劣，請留在室內，號碼繼續有效' },
  security: { name: '安全', words: '請依工作人員指引行動' },
  drill: { name: '演練', words: '現在進行疏散演練，請依工作人員指引離開' },
  notice: { name: '通知', words: '重要通知' },
};

const englishEmergency: EmergencyWords = {
  fire: { name: 'Fire', words: 'Fire. Please stay calm and follow staff to the nearest exit' },
  power: { name: 'Power cut', words: 'The power is out. Please wait; your number still holds' },
  weather: {
    name: 'Weather',
    words: 'Severe weather. Please stay inside; your number still holds',
  },
  security: { name: 'Security', words: 'Please follow the instructions of the staff' },
  drill: { name: 'Drill', words: 'This is an evacuation drill. Please follow the staff outside' },
  notice: { name: 'Notice', words: 'Important notice' },
};

/** Words of the rail, the emergency message and the certificates. */
export const alertText = texts({
  'zh-Hans': {
    says: hans,
    level: { red: '红色预警', yellow: '黄色预警' },
    since: (time: string) => `自 ${time}`,
    holesTogether: (departments: number, items: number) =>
      `${departments} 个部门共 ${items} 个事项现在没有人能办`,
    holesTaken: (taken: number, all: number) => `${all} 条里 ${taken} 条有人接手`,
    holesList: '逐个部门看',
    acknowledge: '我来处理',
    takenBy: (name: string, time: string) => `${name} ${time} 接手`,
    go: {
      zone: '开一个窗口',
      window: '看窗口',
      waiting: '看这张号票',
      holes: '看谁能办',
      held: '看挂起',
      none: '看大厅',
    },
    devices: {
      kiosk: '取号机',
      screen: '屏',
      lobby: '综合屏',
      evaluator: '评价器',
      window: '窗口屏',
    },
    emergency: {
      button: '紧急通知',
      title: '紧急通知',
      hint: '所有屏立即显示，直到撤下。',
      kind: '种类',
      text: '补充说明（可不填）',
      left: (count: number) => `还可写 ${count} 字`,
      preview: '预览',
      show: '发布到所有屏',
      confirm: '再按一次，立即发布',
      showing: (kind: string, time: string) => `正在显示紧急通知：${kind} · ${time} 起`,
      clear: '撤下',
      clearConfirm: '再按一次，从所有屏撤下',
      cancel: '取消',
      kinds: hansEmergency,
    },
    holes: {
      title: '现在没有人能办的事项',
      none: '所有事项都有窗口能办。',
      count: (count: number) => `${count} 个事项`,
      why: {
        nobody: '在岗的人都没有资格',
        elsewhere: '有资格的人坐在不办这些事项的窗口',
      },
      more: (count: number) => `等 ${count} 个`,
      who: '谁能补上',
      nobody: '没有人持有过这些事项的资格。',
      covers: (items: number, all: number) => `可办 ${items} / ${all}`,
      valid: '资格有效',
      expired: (days: number) => `资格 ${days} 天前到期`,
      present: (window: number) => `在 ${window} 号窗口`,
      absent: '不在窗口',
      grant: '临时授权',
      call: '请其开窗即可',
      move: '改服务区或换人',
      grantTitle: (name: string) => `给 ${name} 临时授权`,
      grantHint: '只在今天有效，记入操作记录。',
      reason: '原因',
      reasons: {
        'colleague-absent': '同事不在岗',
        'certificate-renewing': '资格正在换证',
        other: '其他',
      },
      granted: '今天的临时授权',
      grantedItems: (count: number) => `${count} 个事项`,
    },
  },
  'zh-Hant': {
    says: hant,
    level: { red: '紅色預警', yellow: '黃色預警' },
    since: (time: string) => `自 ${time}`,
    holesTogether: (departments: number, items: number) =>
      `${departments} 個部門共 ${items} 個項目現在沒有人能辦`,
    holesTaken: (taken: number, all: number) => `${all} 則裡 ${taken} 則有人接手`,
    holesList: '逐個部門看',
    acknowledge: '我來處理',
    takenBy: (name: string, time: string) => `${name} ${time} 接手`,
    go: {
      zone: '開一個窗口',
      window: '看窗口',
      waiting: '看這張號票',
      holes: '看誰能辦',
      held: '看保留',
      none: '看大廳',
    },
    devices: {
      kiosk: '取號機',
      screen: '螢幕',
      lobby: '綜合螢幕',
      evaluator: '評價器',
      window: '窗口螢幕',
    },
    emergency: {
      button: '緊急通知',
      title: '緊急通知',
      hint: '所有螢幕立即顯示，直到撤下。',
      kind: '種類',
      text: '補充說明（可不填）',
      left: (count: number) => `還可寫 ${count} 字`,
      preview: '預覽',
      show: '發布到所有螢幕',
      confirm: '再按一次，立即發布',
      showing: (kind: string, time: string) => `正在顯示緊急通知：${kind} · ${time} 起`,
      clear: '撤下',
      clearConfirm: '再按一次，從所有螢幕撤下',
      cancel: '取消',
      kinds: hantEmergency,
    },
    holes: {
      title: '現在沒有人能辦的項目',
      none: '所有項目都有窗口能辦。',
      count: (count: number) => `${count} 個項目`,
      why: {
        nobody: '在崗的人都沒有資格',
        elsewhere: '有資格的人坐在不辦這些項目的窗口',
      },
      more: (count: number) => `等 ${count} 個`,
      who: '誰能補上',
      nobody: '沒有人持有過這些項目的資格。',
      covers: (items: number, all: number) => `可辦 ${items} / ${all}`,
      valid: '資格有效',
      expired: (days: number) => `資格 ${days} 天前到期`,
      present: (window: number) => `在 ${window} 號窗口`,
      absent: '不在窗口',
      grant: '臨時授權',
      call: '請其開窗即可',
      move: '改服務區或換人',
      grantTitle: (name: string) => `給 ${name} 臨時授權`,
      grantHint: '只在今天有效，記入操作記錄。',
      reason: '原因',
      reasons: {
        'colleague-absent': '同事不在崗',
        'certificate-renewing': '資格正在換證',
        other: '其他',
      },
      granted: '今天的臨時授權',
      grantedItems: (count: number) => `${count} 個項目`,
    },
  },
  en: {
    says: english,
    level: { red: 'Red', yellow: 'Yellow' },
    since: (time: string) => `since ${time}`,
    holesTogether: (departments: number, items: number) =>
      `${departments} departments: nobody can be called now for ${items} services`,
    holesTaken: (taken: number, all: number) => `${taken} of ${all} taken up`,
    holesList: 'By department',
    acknowledge: 'I take it up',
    takenBy: (name: string, time: string) => `${name} took it up at ${time}`,
    go: {
      zone: 'Open a window',
      window: 'See the window',
      waiting: 'See the ticket',
      holes: 'See who can',
      held: 'See who is held',
      none: 'See the floor',
    },
    devices: {
      kiosk: 'Kiosk',
      screen: 'Screen',
      lobby: 'Lobby display',
      evaluator: 'Evaluator',
      window: 'Window display',
    },
    emergency: {
      button: 'Emergency',
      title: 'Emergency message',
      hint: 'Every screen shows it at once, until it is cleared.',
      kind: 'Kind',
      text: 'More words, if needed',
      left: (count: number) => `${count} characters left`,
      preview: 'Preview',
      show: 'Show on all screens',
      confirm: 'Press again to show it now',
      showing: (kind: string, time: string) => `Emergency message showing: ${kind}, since ${time}`,
      clear: 'Clear',
      clearConfirm: 'Press again to clear all screens',
      cancel: 'Cancel',
      kinds: englishEmergency,
    },
    holes: {
      title: 'Services that no open window may handle now',
      none: 'Some open window may handle every service.',
      count: servicesOf,
      why: {
        nobody: 'Nobody present is certified',
        elsewhere: 'Certified clerks sit at windows that do not take these',
      },
      more: (count: number) => `${count} in all`,
      who: 'Who could close it',
      nobody: 'Nobody has held a certificate for these.',
      covers: (items: number, all: number) => `${items} of ${all}`,
      valid: 'certificate valid',
      expired: (days: number) => `certificate ended ${days} ${days === 1 ? 'day' : 'days'} ago`,
      present: (window: number) => `at window ${window}`,
      absent: 'not at a window',
      grant: 'Emergency certificate',
      call: 'Needs only to open a window',
      move: 'Change its zones or clerk',
      grantTitle: (name: string) => `Emergency certificate for ${name}`,
      grantHint: 'It holds for today alone and stands in the record.',
      reason: 'Reason',
      reasons: {
        'colleague-absent': 'A colleague is absent',
        'certificate-renewing': 'Certificate being renewed',
        other: 'Other',
      },
      granted: 'Emergency certificates today',
      grantedItems: servicesOf,
    },
  },
});
