// An overloaded zone: what the manager can do besides opening a window, and what kiosk and lobby then
// say until the alert clears. Notices are one line of a lobby screen.
import { texts } from './language.ts';

/** Words of the answers on the rail, and of the notices in the hall. */
export const overloadText = texts({
  'zh-Hans': {
    title: '分流',
    offer: { terminals: '提示自助机有空', appointments: '提示今天还可预约' },
    send: (name: string) => `派导办 ${name}`,
    done: {
      guide: (name: string) => `已派导办 ${name}`,
      terminals: '已提示自助机有空',
      appointments: '已提示今天还可预约',
    },
    said: '已记录分流处置',
    none: '没有导办、空闲的自助机或可约的时段',
    notice: {
      terminals: (zone: string) => `${zone}人多，自助机有空，可以去自助办理`,
      appointments: (zone: string, time: string) => `${zone}人多，今天 ${time} 起可用手机预约`,
    },
  },
  'zh-Hant': {
    title: '分流',
    offer: { terminals: '提示自助機有空', appointments: '提示今天還可預約' },
    send: (name: string) => `派導辦 ${name}`,
    done: {
      guide: (name: string) => `已派導辦 ${name}`,
      terminals: '已提示自助機有空',
      appointments: '已提示今天還可預約',
    },
    said: '已記錄分流處置',
    none: '沒有導辦、空閒的自助機或可約的時段',
    notice: {
      terminals: (zone: string) => `${zone}人多，自助機有空，可以去自助辦理`,
      appointments: (zone: string, time: string) => `${zone}人多，今天 ${time} 起可用手機預約`,
    },
  },
  en: {
    title: 'Relieve',
    offer: { terminals: 'Say terminals are free', appointments: 'Say times can be booked' },
    send: (name: string) => `Send guide ${name}`,
    done: {
      guide: (name: string) => `Guide ${name} was sent`,
      terminals: 'The hall is told of free terminals',
      appointments: 'The hall is told of free times',
    },
    said: 'Noted what was done',
    none: 'No guide, free terminal or free time',
    notice: {
      terminals: (zone: string) => `${zone} is busy: a self-service terminal is free`,
      appointments: (zone: string, time: string) =>
        `${zone} is busy: book a time from ${time} on your phone`,
    },
  },
});
