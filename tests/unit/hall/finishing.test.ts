// A case ends: outcomes and what each demands, prompts, slips, due dates, and the end of the visit.
import { describe, expect, test } from 'vitest';
import { ticketId } from '../../../shared/base/ids.ts';
import { caseRow } from '../../../shared/views/cases.ts';
import { timelineOf } from '../../../shared/views/timeline.ts';
import type { Step } from '../../helpers/hall.ts';
import { MINUTE, NINE, clerk, given, kiosk, manager, system } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const company = kiosk('issueTicket', { items: ['SC001'] });
const licence = kiosk('issueTicket', { items: ['SC003'] });
const sits = k1('openWindow', { window: 1 });
const called = [company, sits, k1('callNext')];
const served = [...called, k1('startService')];
const servedLicence = [licence, sits, k1('callNext'), k1('startService')];
const ends = (id: string, outcome = 'closed', more = {}) =>
  k1('finishCase', { case: id, outcome, ...more });
/** What the clerk wrote has been sealed away by the shell. */
const withWords = (step: Step): Step =>
  'command' in step && step.command.type === 'finishCase'
    ? { ...step, command: { ...step.command, missingHash: 'words' } }
    : step;
const ended = [{ type: 'PromptOpened' }, { type: 'TicketFinished' }] as const;
const endedWithSlip = [
  { type: 'PromptOpened' },
  { type: 'SlipRequested' },
  { type: 'TicketFinished' },
] as const;

describe('finishCase', () => {
  test('opens the prompt in the same decision; with the last case the visit is done', () => {
    const day = given(...served, k1('addCase', { item: 'SC002' }))
      .when(ends('A001-2'))
      .then([
        {
          type: 'CaseFinished',
          ticket: 'A001',
          window: 1,
          case: 'A001-2',
          item: 'SC002',
          serviceSeq: 1,
          outcome: 'closed',
          clerk: 'K01',
        },
        { type: 'PromptOpened', ticket: 'A001', case: 'A001-2', serviceSeq: 1, clerk: 'K01' },
      ])
      .when(ends('A001-1'))
      .then([
        { type: 'CaseFinished', case: 'A001-1', outcome: 'closed' },
        { type: 'PromptOpened', case: 'A001-1' },
        { type: 'TicketFinished', ticket: 'A001', window: 1, promptDeadlineAt: NINE + MINUTE },
      ]);
    expect(day.ticket('A001').state.status).toBe('done');
    expect(day.window(1)).toMatchObject({ state: { status: 'idle' }, served: 1 });
    expect(day.day.openPrompts.size).toBe(2);
  });

  test('every outcome opens a prompt, a refusal and a withdrawal too', () => {
    const outcomes: [string, object][] = [
      ['closed', {}],
      ['accepted', {}],
      ['acceptedWithGaps', { missing: ['申请表'] }],
      ['supplement', { missing: ['申请表'] }],
      ['refused', { reason: 'out-of-scope' }],
      ['withdrawn', {}],
    ];
    for (const [outcome, more] of outcomes) {
      const day = given(...servedLicence).and(ends('A001-1', outcome, more));
      expect(day.day.openPrompts.size).toBe(1);
      expect(day.ticket('A001').cases[0]?.state).toMatchObject({ outcome });
    }
  });

  test('is refused for unknown and finished cases, too early, too late, and from elsewhere', () => {
    given(...called)
      .when(ends('A001-1'))
      .then('not-serving', 'A001')
      .and(k1('startService'), k1('addCase', { item: 'SC002' }), ends('A001-1'))
      .when(ends('A001-1'))
      .then('case-finished', 'A001-1')
      .when(ends('A001-7'))
      .then('unknown-case', 'A001-7')
      .when(ends('A777-1'))
      .then('unknown-case', 'A777-1')
      .when(clerk('K06')('finishCase', { case: 'A001-2', outcome: 'closed' }))
      .then('not-your-window')
      .when(manager('finishCase', { case: 'A001-2', outcome: 'closed' }))
      .then([{ type: 'CaseFinished', clerk: 'K01' }, ...ended])
      .when(ends('A001-2'))
      .then('ticket-over', 'A001');
  });
});

describe('clerk 5: materials are missing', () => {
  test('clerk 5: accepted with gaps, to be supplied in five working days', () => {
    given(...servedLicence, k1('tickMaterial', { case: 'A001-1', material: 1, has: true }))
      .when(ends('A001-1', 'acceptedWithGaps'))
      .then([
        // Monday 23 and five working days more.
        { type: 'CaseFinished', missing: ['申请表'], supplyBy: '2026-11-30', dueOn: '2026-11-30' },
        { type: 'PromptOpened' },
        { type: 'SlipRequested', slip: 'gaps', job: 'A001/n1', kiosk: 'kiosk-1', case: 'A001-1' },
        { type: 'TicketFinished' },
      ]);
  });

  test('clerk 5: a one-time notice lists everything mandatory, and its slip prints', () => {
    const day = given(...servedLicence)
      .when(ends('A001-1', 'supplement'))
      .then([
        { type: 'CaseFinished', outcome: 'supplement', missing: ['申请表', '身份证明'] },
        { type: 'PromptOpened' },
        { type: 'SlipRequested', slip: 'notice', job: 'A001/n1' },
        { type: 'TicketFinished' },
      ]);
    const told = { ticket: 'A001', job: 'A001/n1', outcome: 'printed' };
    day
      .when(system('recordPrint', told))
      .then([{ type: 'TicketPrinted', job: 'A001/n1' }])
      .when(system('recordPrint', told))
      .then('already-printed');
    const { slips, print } = day.ticket('A001');
    expect(slips).toMatchObject([{ kind: 'notice', print: { status: 'printed' } }]);
    expect(print).toEqual({ status: 'waiting', job: 'A001/0' });
  });

  test('clerk 5: a refusal without its reason is impossible, and it is handed over', () => {
    given(...served)
      .when(ends('A001-1', 'refused'))
      .then('reason-needed')
      .when(ends('A001-1', 'refused', { reason: 'wrong-authority' }))
      .then([
        { type: 'CaseFinished', reason: 'wrong-authority' },
        { type: 'PromptOpened' },
        { type: 'SlipRequested', slip: 'refusal' },
        { type: 'TicketFinished' },
      ]);
  });

  test('nothing missing is no gap; what the list does not name leaves its hash alone', () => {
    const all = [0, 1].map((material) =>
      k1('tickMaterial', { case: 'A001-1', material, has: true }),
    );
    for (const outcome of ['supplement', 'acceptedWithGaps']) {
      given(...servedLicence, ...all)
        .when(ends('A001-1', outcome))
        .then('nothing-missing')
        .when(ends('A001-1', outcome, { missing: [] }))
        .then('nothing-missing')
        .when(ends('A001-1', outcome, { missing: ['申请表', '申请表'] }))
        .then([{ type: 'CaseFinished', missing: ['申请表'] }, ...endedWithSlip]);
      const words = given(...servedLicence, ...all)
        .when(ends('A001-1', outcome, { missing: ['申请表', '公章'] }))
        .then('unknown-material')
        .when(withWords(ends('A001-1', outcome, { missing: [] })))
        .then([{ type: 'CaseFinished', missing: [], missingHash: 'words' }, ...endedWithSlip]);
      const [row] = words.ticket('A001').cases;
      expect(row?.state).toMatchObject({ result: { missing: [], missingHash: 'words' } });
      // Who sees the case learns that there are words, not their hash.
      expect(row && caseRow(words.day, row).result).toMatchObject({ hasWords: true });
      expect(JSON.stringify(row && caseRow(words.day, row))).not.toContain('missingHash');
      expect(JSON.stringify(timelineOf(words.day, words.hall.log, ticketId('A001')))).not.toMatch(
        /missingHash/u,
      );
    }
  });

  test('until a day that is still to come', () => {
    given(...servedLicence)
      .when(ends('A001-1', 'acceptedWithGaps', { supplyBy: '2026-11-22' }))
      .then('date-in-the-past')
      .when(ends('A001-1', 'supplement', { supplyBy: '2026-11-22' }))
      .then('date-in-the-past')
      .when(ends('A001-1', 'acceptedWithGaps', { supplyBy: '2026-11-24' }))
      .then([{ type: 'CaseFinished', supplyBy: '2026-11-24' }, ...endedWithSlip]);
  });

  test('by its own rule where the hall counts other days', () => {
    const name = { 'zh-Hans': '假', 'zh-Hant': '假', en: 'holiday' };
    const calendar = {
      ...{ everyDay: false, coveredUntil: null, makeUpDays: ['2026-11-28'] },
      holidays: [{ name, from: '2026-11-24', to: '2026-11-25' }],
    };
    given({ ...smallHall({ supplyByWorkingDays: 2 }), calendar }, ...servedLicence)
      .when(ends('A001-1', 'acceptedWithGaps'))
      // Thursday and Friday; the promise counts the Saturday that is worked.
      .then([
        { type: 'CaseFinished', supplyBy: '2026-11-27', dueOn: '2026-12-01' },
        ...endedWithSlip,
      ]);
  });
});

describe('a result that comes later', () => {
  test('is promised in working days, with a receipt; an instant matter promises nothing', () => {
    given(...servedLicence)
      .when(ends('A001-1', 'accepted', { readyAt: NINE - 24 * 60 * MINUTE }))
      .then('date-in-the-past')
      .when(ends('A001-1', 'accepted', { readyAt: NINE + 60 * MINUTE }))
      .then([
        { type: 'CaseFinished', dueOn: '2026-11-30', readyAt: NINE + 60 * MINUTE },
        { type: 'PromptOpened' },
        { type: 'SlipRequested', slip: 'receipt' },
        { type: 'TicketFinished' },
      ]);
    const day = given(...served).and(ends('A001-1', 'accepted'));
    expect(day.ticket('A001').cases[0]?.state).toMatchObject({ result: { dueOn: null } });
  });

  test('is handed over to somebody, at a collection ticket alone', () => {
    const k6 = clerk('K06');
    const hands = (more = {}) =>
      k6('finishCase', { case: 'L001-1', outcome: 'handedOver', ...more });
    given(kiosk('issueTicket', { items: ['SC009'], pickup: {} }), k6('openWindow', { window: 4 }))
      .and(k6('callNext'), k6('startService'))
      .when(hands())
      .then('recipient-needed')
      .when(hands({ recipient: 'proxy' }))
      .then([{ type: 'CaseFinished', recipient: 'proxy' }, ...ended]);
    given(...served)
      .when(ends('A001-1', 'handedOver', { recipient: 'self' }))
      .then('not-a-pickup', 'A001');
  });

  test.each(['closed', 'accepted', 'acceptedWithGaps'])(
    'is not %s: who took a result is always on record',
    (outcome) => {
      const k6 = clerk('K06');
      const finishes = (id: string, as: string, more = {}) =>
        k6('finishCase', { case: id, outcome: as, missing: ['申请表'], ...more });
      const day = given(kiosk('issueTicket', { items: ['SC009'], pickup: {} }))
        .and(k6('openWindow', { window: 4 }), k6('callNext'), k6('startService'))
        .when(finishes('L001-1', outcome))
        .then('hand-over-needed')
        .and(k6('addCase', { item: 'SC003' }));
      // What is added at that window is a matter like any other.
      day.when(finishes('L001-2', 'handedOver', { recipient: 'self' })).then('not-a-pickup');
      day.and(finishes('L001-2', outcome), finishes('L001-1', 'withdrawn'));
      expect(day.ticket('L001').state.status).toBe('done');
    },
  );

  test('binds tickets of the collection zone that came without a pick-up as well', () => {
    const k6 = clerk('K06');
    given(kiosk('issueTicket', { items: ['SC009'] }), k6('openWindow', { window: 4 }))
      .and(k6('callNext'), k6('startService'))
      .when(k6('finishCase', { case: 'L001-1', outcome: 'closed' }))
      .then('hand-over-needed')
      .when(k6('finishCase', { case: 'L001-1', outcome: 'refused', reason: 'not-entitled' }))
      .then([{ type: 'CaseFinished' }, ...endedWithSlip]);
  });
});

describe('a slip printed again', () => {
  const again = (who = k1, id = 'A001-1') => who('reprintSlip', { case: id });
  const told = (job: string, outcome: string) =>
    system('recordPrint', { ticket: 'A001', job, outcome });
  const paperOut = [ends('A001-1', 'supplement'), told('A001/n1', 'failed')];

  test('is a new job for the same words, also when the visit is over', () => {
    const day = given(...servedLicence, ...paperOut)
      .when(again())
      .then([
        {
          ...{ type: 'SlipRequested', ticket: 'A001', case: 'A001-1' },
          ...{ slip: 'notice', job: 'A001/n2', kiosk: 'kiosk-1' },
        },
      ])
      .when(again(manager))
      .then('slip-printing')
      .and(told('A001/n2', 'printed'))
      .when(again(manager))
      .then([{ type: 'SlipRequested', job: 'A001/n3' }]);
    expect(day.ticket('A001').slips.map(({ print }) => print.status)).toEqual([
      'failed',
      'printed',
      'waiting',
    ]);
  });

  test('is there for the first time where no kiosk was known before', () => {
    const paperless = manager('issueTicket', { items: ['SC003'] });
    given(paperless, sits, k1('callNext'), k1('startService'), ends('A001-1', 'accepted'))
      .when(again())
      .then('no-printer')
      .and(company)
      .when(again())
      .then([{ type: 'SlipRequested', slip: 'receipt', job: 'A001/n1' }]);
  });

  test('is refused where there is none', () => {
    given(...served)
      .when(again())
      .then('case-not-finished')
      .and(ends('A001-1'))
      .when(again())
      .then('no-slip')
      .when(again(k1, 'A001-7'))
      .then('unknown-case', 'A001-7')
      .when(again(k1, 'A777-1'))
      .then('unknown-case', 'A777-1');
  });
});

describe('slips', () => {
  test('come from the kiosk used last where the ticket had no paper', () => {
    const paperless = manager('issueTicket', { items: ['SC003'] });
    const start = [sits, k1('callNext'), k1('startService')];
    given(paperless, ...start)
      .when(ends('A001-1', 'accepted'))
      .then([{ type: 'CaseFinished' }, ...ended]);
    given(paperless, kiosk('issueTicket', { items: ['SC001'] }), ...start)
      .when(ends('A001-1', 'accepted'))
      .then([
        { type: 'CaseFinished' },
        { type: 'PromptOpened' },
        { type: 'SlipRequested', kiosk: 'kiosk-1' },
        { type: 'TicketFinished' },
      ]);
  });

  test('are numbered on the ticket', () => {
    const day = given(...servedLicence, k1('addCase', { item: 'SC001' }));
    day.and(ends('A001-1', 'accepted'), ends('A001-2', 'accepted'));
    expect(day.ticket('A001').slips.map(({ job }) => job)).toEqual(['A001/n1', 'A001/n2']);
  });
});
