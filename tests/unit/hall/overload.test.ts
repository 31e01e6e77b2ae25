// A zone is overloaded: a guide is sent by name, the hall is told what else is free, and only while so.
import { describe, expect, test } from 'vitest';
import { noticeWords } from '../../../shared/client/notice-words.ts';
import type { HallConfig } from '../../../shared/hall/config.ts';
import { hallNotices, possibleNotices } from '../../../shared/hall/overload.ts';
import { floorView } from '../../../shared/views/manager-floor.ts';
import { kioskView } from '../../../shared/views/kiosk-screen.ts';
import { lobbyView } from '../../../shared/views/lobby-board.ts';
import {
  MINUTE,
  booker,
  clerk,
  foldedAnew,
  given,
  kiosk,
  later,
  manager,
  system,
} from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';
import { staffNo } from '../../../shared/base/ids.ts';

const WAIT = 'wait:natural-person';
const looks = system('tick', { facts: { silent: [], papers: [] } });
const answers = (answer: string, more: object = {}) =>
  manager('answerOverload', { alert: WAIT, answer, ...more });
const free = kiosk('reportTerminal', { terminal: 3, status: 'free' });
const books = (time: string) =>
  booker('bookAppointment', { date: '2026-11-23', time, items: ['RS001'] });

/** The small hall with two guides, one of them gone. */
function withGuides(): HallConfig {
  const config = smallHall();
  const guides = ['G01', 'G02'].flatMap((no) =>
    config.staff.slice(-1).map((row) => ({
      ...{ ...row, staffNo: staffNo(no), role: 'guide' as const },
      ...(no === 'G02' && { retired: true as const }),
    })),
  );
  return { ...config, staff: [...config.staff, ...guides] };
}
/** Somebody has waited 21 minutes for what nobody does. */
const overloaded = () =>
  given(withGuides(), kiosk('issueTicket', { items: ['GA002'] }), later(21 * MINUTE), looks);
const kinds = ({ day }: ReturnType<typeof given>) => hallNotices(day).map(({ kind }) => kind);

describe('manager 3: an overloaded zone is relieved', () => {
  test('a guide is sent by name, which takes the alert up; the log and the card say so', () => {
    const hall = overloaded()
      .when(answers('guide', { guide: 'G01' }))
      .then([
        { type: 'OverloadAnswered', alert: WAIT, answer: 'guide', guide: 'G01' },
        { type: 'AlertAcknowledged', alert: WAIT },
      ])
      .when(answers('guide', { guide: 'G01' }))
      .then('already-answered');
    const done = { answer: 'guide', guide: 'G01', by: 'manager:M01', at: hall.hall.at };
    expect(foldedAnew(hall.hall).alerts.get(WAIT)?.answers).toEqual([done]);
    expect(floorView(hall.day)).toMatchObject({
      guides: [{ staffNo: 'G01', role: 'guide' }],
      alerts: [{ alert: WAIT, acknowledgedBy: 'manager:M01', answers: [done] }],
    });
  });

  test('whoever took it up stays, and what was done holds on when it gets worse', () => {
    const hall = overloaded()
      .and(manager('acknowledgeAlert', { alert: WAIT }), free)
      .when(answers('terminals'))
      .then([{ type: 'OverloadAnswered', answer: 'terminals' }]);
    hall.and(later(10 * MINUTE), looks);
    expect(hall.day.alerts.get(WAIT)).toMatchObject({
      ...{ level: 'red', acknowledgedBy: null, answers: [{ answer: 'terminals' }] },
    });
    expect(kinds(hall)).toEqual(['terminals']);
  });

  test('a free terminal is told on kiosk and lobby while one is free and the alert burns', () => {
    const hall = overloaded().when(answers('terminals')).then('nothing-free');
    hall.and(free, answers('terminals'));
    const told = [{ kind: 'terminals', zone: 'natural-person' }];
    expect(kioskView(hall.day).notices).toEqual(told);
    expect(lobbyView(hall.day).notices).toEqual(told);
    // The terminal does nothing of the other zone.
    expect(possibleNotices(hall.day).map(({ kind, zone }) => `${kind} ${zone}`)).toEqual([
      ...['terminals natural-person', 'appointments natural-person'],
    ]);
    hall.and(kiosk('reportTerminal', { terminal: 3, status: 'busy' }));
    expect(kinds(hall)).toEqual([]);
    hall.and(free);
    expect(kinds(hall)).toEqual(['terminals']);
    hall.and(kiosk('cancelTicket', { ticket: 'B001' }), looks);
    expect(kinds(hall)).toEqual([]);
  });

  test('times of today are told from the first that is free, and no more once all are taken', () => {
    const hall = overloaded();
    hall.and(answers('appointments'));
    const first = () => {
      const { zones } = lobbyView(hall.day);
      return hallNotices(hall.day).map((row) => noticeWords(row, zones, 'en'));
    };
    const says = (time: string) => [
      `natural-person is busy: book a time from ${time} on your phone`,
    ];
    expect(first()).toEqual(says('10:00'));
    hall.and(books('10:00'), books('10:00'));
    expect(first()).toEqual(says('10:30'));
    hall.and(books('10:30'), books('10:30'), books('14:00'), books('14:00'));
    expect(first()).toEqual([]);
    expect(possibleNotices(hall.day)).toEqual([]);
  });

  test('nobody is sent who is no guide, or has left; only a manager, and only for an overload', () => {
    const hall = overloaded();
    for (const guide of ['K01', 'G02', 'X99']) {
      hall.when(answers('guide', { guide })).then('unknown-clerk', guide);
    }
    hall
      .when(answers('guide'))
      .then('unknown-clerk')
      .when(manager('answerOverload', { alert: 'wait:legal-person', answer: 'terminals' }))
      .then('unknown-alert', 'wait:legal-person')
      .when(clerk('K01')('answerOverload', { alert: WAIT, answer: 'terminals' }))
      .then('not-allowed');
    hall.and(clerk('K01')('openWindow', { window: 1 }), later(2 * MINUTE), looks);
    expect(hall.day.alerts.has('coverage:GA')).toBe(true);
    hall
      .when(manager('answerOverload', { alert: 'coverage:GA', answer: 'terminals' }))
      .then('unknown-alert', 'coverage:GA');
  });
});
