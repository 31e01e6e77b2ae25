// Papers printed again at a kiosk: the visitor's own alone, shown by the ticket's code, and so often.
import { describe, expect, test } from 'vitest';
import { caseId, deviceId } from '../../../shared/base/ids.ts';
import { COPIES_MAX } from '../../../shared/hall/printing.ts';
import { ticketPapers } from '../../../shared/views/ticket-papers.ts';
import { clerk, given, kiosk, later, manager, system } from '../../helpers/hall.ts';
import type { Given, Step } from '../../helpers/hall.ts';

const k1 = clerk('K01');
const other = { kind: 'kiosk', device: deviceId('kiosk-2') } as const;

/** A001 with one matter refused and one still open; the slip has been asked for. */
const noticed = () =>
  given(
    k1('openWindow', { window: 1 }),
    kiosk('issueTicket', { items: ['SC001', 'SC002'] }),
    k1('callNext'),
    k1('startService'),
    k1('finishCase', { case: 'A001-1', outcome: 'refused', reason: 'not-entitled' }),
  );
const shown = (): Step => ({
  by: other,
  command: { type: 'reprintSlip', case: caseId('A001-1'), isShown: true },
});
const told = (job: string, outcome: string) =>
  system('recordPrint', { ticket: 'A001', job, outcome });
const papers = (day: Given) => ticketPapers(day.day, day.ticket('A001'));

describe('a slip at a kiosk', () => {
  test('is printed where the visitor stands, once the code of the ticket was shown', () => {
    noticed()
      .and(told('A001/n1', 'printed'))
      .when(kiosk('reprintSlip', { case: 'A001-1' }))
      .then('ticket-not-shown')
      .when(shown())
      .then([{ type: 'SlipRequested', slip: 'refusal', job: 'A001/n2', kiosk: 'kiosk-2' }]);
  });

  test('nobody says from outside that the code was shown', () => {
    noticed()
      .and(told('A001/n1', 'printed'))
      .when(kiosk('reprintSlip', { case: 'A001-1', isShown: true }))
      .then('ticket-not-shown');
  });

  test('has its copies; one that did not come out is none of them, and the desk prints on', () => {
    const day = noticed().and(told('A001/n1', 'printed'));
    expect(papers(day).slips).toMatchObject([{ kind: 'refusal', copiesLeft: COPIES_MAX }]);
    day.and(shown(), told('A001/n2', 'failed'));
    for (let copy = 0; copy < COPIES_MAX; copy += 1) {
      expect(papers(day).slips[0]?.copiesLeft).toBe(COPIES_MAX - copy);
      day.and(shown(), told(`A001/n${String(copy + 3)}`, 'printed'));
    }
    expect(papers(day).slips[0]?.copiesLeft).toBe(0);
    day.when(shown()).then('copies-used-up', String(COPIES_MAX));
    day.when(manager('reprintSlip', { case: 'A001-1' })).then([{ type: 'SlipRequested' }]);
  });

  test('stays there when the visit is over; the ticket itself is then of no use', () => {
    const day = noticed().and(told('A001/n1', 'printed'));
    day.and(k1('finishCase', { case: 'A001-2', outcome: 'closed' }));
    expect(papers(day)).toMatchObject({
      own: null,
      slips: [{ case: 'A001-1', print: { status: 'printed' } }],
    });
    day.when(shown()).then([{ type: 'SlipRequested', kiosk: 'kiosk-2' }]);
  });
});

describe('the ticket at a kiosk', () => {
  const again = kiosk('reprintTicket', { ticket: 'A001' });

  test('has its copies, and the manager is not bound by them', () => {
    const day = given(kiosk('issueTicket', { items: ['SC001'] }), told('A001/0', 'printed'));
    expect(papers(day)).toMatchObject({ own: { copiesLeft: COPIES_MAX }, slips: [] });
    for (let copy = 1; copy <= COPIES_MAX; copy += 1) {
      day.and(again, told(`A001/${String(copy)}`, 'printed'));
    }
    expect(papers(day).own?.copiesLeft).toBe(0);
    day.when(again).then('copies-used-up', String(COPIES_MAX));
    day
      .when(manager('reprintTicket', { ticket: 'A001' }))
      .then([{ type: 'ReprintRequested', ticket: 'A001' }]);
  });

  test('whoever comes back after a miss has the paper with the new rule besides', () => {
    const printed = (copy: number) => told(`A001/${String(copy)}`, 'printed');
    const copies = [1, 2, 3].flatMap((copy) => [again, printed(copy)]);
    const gone = [k1('recallTicket'), later(30_000), k1('recallTicket'), later(30_000)];
    const day = given(kiosk('issueTicket', { items: ['SC001'] }), told('A001/0', 'printed'));
    day.and(...copies, k1('openWindow', { window: 1 }), k1('callNext'), later(30_000));
    day.and(...gone, k1('markNoShow'), kiosk('reactivateTicket', { ticket: 'A001' }));
    day.when(again).then([{ type: 'ReprintRequested', job: 'A001/4' }]);
    day.and(printed(4)).when(again).then('copies-used-up');
  });

  test('a printer without paper takes nobody’s last copy', () => {
    const day = given(kiosk('issueTicket', { items: ['SC001'] }), told('A001/0', 'failed'));
    for (let copy = 1; copy <= COPIES_MAX + 2; copy += 1) {
      expect(papers(day).own?.copiesLeft).toBeGreaterThan(0);
      day.and(again, told(`A001/${String(copy)}`, 'failed'));
    }
    day.when(again).then([{ type: 'ReprintRequested' }]);
  });
});
