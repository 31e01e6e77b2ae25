// Every kind of principal × every command: who may ask for what, and that asking costs nothing.
import { describe, expect, test } from 'vitest';
import { decide, PERMITTED } from '../../../shared/hall/decide.ts';
import type { Command, CommandType } from '../../../shared/hall/commands.ts';
import type { Principal } from '../../../shared/hall/principal.ts';
import { nameOf } from '../../../shared/hall/principal.ts';
import { deviceId, staffNo, ticketId, windowNo } from '../../../shared/base/ids.ts';
import { NINE, openHall } from '../../helpers/hall.ts';

const PRINCIPALS: readonly Principal[] = [
  { kind: 'clerk', staffNo: staffNo('K01') },
  { kind: 'manager', staffNo: staffNo('M01') },
  { kind: 'kiosk', device: deviceId('kiosk-1') },
  { kind: 'evaluator', device: deviceId('evaluator-1'), window: windowNo(1) },
  { kind: 'visitor', ticket: ticketId('A001') },
  { kind: 'system' },
  { kind: 'booker' },
  { kind: 'guide', staffNo: staffNo('G01') },
];

/** Said once more, by hand: who may do what. One letter for each of the principals above. */
const MAY: Readonly<Record<CommandType, string>> = {
  setExpectations: '-----s--',
  issueTicket: '-mk----g',
  cancelTicket: '-mk-v---',
  reactivateTicket: 'cmk-v--g',
  reprintTicket: '-mk-----',
  reprintSlip: 'cmk-----',
  answerOverload: '-m------',
  openWindow: 'cm------',
  pauseWindow: 'cm------',
  resumeWindow: 'cm------',
  closeWindow: 'cm------',
  callNext: 'cm------',
  recallTicket: 'cm------',
  markNoShow: 'cm------',
  undoCall: 'cm------',
  startService: 'cm------',
  addCase: 'cm------',
  finishCase: 'cm------',
  recodeCase: 'cm------',
  tickMaterial: 'cm------',
  planStop: 'cm------',
  holdTicket: 'cm------',
  transferTicket: 'cm------',
  consultChief: 'cm------',
  endConsult: 'cm------',
  stepAway: '-mk-v---',
  callTicket: '-m------',
  grantGreenChannel: '-m------',
  grantBatch: '-m------',
  setClass: '-mk----g',
  bookAppointment: '-m----b-',
  checkIn: '-mk-v---',
  grantCertificate: '-m------',
  reportTerminal: '-mk-----',
  divertVisitor: '-mk-----',
  acknowledgeAlert: '-m-----g',
  showEmergency: '-m------',
  clearEmergency: '-m------',
  assignWindow: '-m------',
  proposeAdvice: '-----s--',
  scoreAdvice: '-----s--',
  applyAdvice: '-m------',
  dismissAdvice: '-m------',
  revertAdvice: '-m------',
  applyPlan: '-m------',
  rateCase: '---ev---',
  declineRating: '---ev---',
  touchPrompt: '---e----',
  ratePastCase: '----v---',
  recordPrint: '-----s--',
  tick: '-----s--',
  openDay: '-----s--',
  closeDay: '-----s--',
  fence: '-----s--',
  skipNumbers: '-----s--',
  bringOver: '-----s--',
  openBookings: '-----s--',
  publishConfig: '-m---s--',
};

const SOME = {
  ...{ items: [], ticket: 'A001', tickets: [], window: 1, case: 'A001-1', cases: ['A001-1'] },
  ...{ zones: 'all', tags: [], to: { kind: 'zone', zone: 'natural-person' }, reason: 'other' },
  ...{ date: '2026-11-24', time: '10:00', clerk: 'K01', terminal: 3, status: 'free', pass: 1 },
  ...{ alert: 'wait:natural-person', kind: 'drill', item: 'SC001', class: null, approved: true },
  ...{ drafts: [], changes: [], advice: 'advice-1' },
};

describe.each(Object.entries(MAY))('%s', (type, letters) => {
  test.each(
    PRINCIPALS.map((by, place): [string, Principal, boolean] => {
      return [by.kind, by, letters[place] !== '-'];
    }),
  )('%s', (_, by, may) => {
    const { day } = openHall();
    const command = { type, ...SOME } as unknown as Command;
    const answer = decide(day, command, { at: NINE, by });
    const forbidden = 'refused' in answer && answer.refused === 'not-allowed';
    expect(forbidden).toBe(!may);
    expect(PERMITTED[command.type].includes(by.kind)).toBe(may);
    expect(day.seq).toBe(1);
  });
});

test('everybody has one name in the log', () => {
  expect(PRINCIPALS.map(nameOf)).toEqual([
    'clerk:K01',
    'manager:M01',
    'kiosk:kiosk-1',
    'evaluator:evaluator-1',
    'visitor:A001',
    'system',
    'booker',
    'guide:G01',
  ]);
});
