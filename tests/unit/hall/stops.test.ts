// Several windows in one visit: the way from stop to stop, left cases, and an agent's turns.
import { describe, expect, test } from 'vitest';
import { MINUTE, NINE, clerk, given, kiosk, later, manager } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const k7 = clerk('K07');
const takes = (...items: string[]) => kiosk('issueTicket', { items });
const sits = k1('openWindow', { window: 1 });
const starts = [k1('callNext'), k1('startService')];
const ends = (id: string) => k1('finishCase', { case: id, outcome: 'closed' });
const agent = (count: number) =>
  kiosk('issueTicket', { items: Array.from({ length: count }, () => 'SC001'), agent: 'D01' });

describe('from stop to stop', () => {
  const pack = kiosk('issueTicket', { package: 'PK02' });

  test('visitor 5: the tax window is queued for at the first arrival, with no second ticket', () => {
    const tax = [later(MINUTE), takes('TX001')];
    const day = given(pack, ...tax, later(20 * MINUTE), sits, ...starts, ends('F001-1'))
      .when(ends('F001-2'))
      .then([
        { type: 'CaseFinished', case: 'F001-2' },
        { type: 'PromptOpened' },
        {
          ...{ type: 'TicketMovedOn', ticket: 'F001', window: 1, stop: 2 },
          ...{ zone: 'legal-person', orderKey: NINE, promptDeadlineAt: NINE + 22 * MINUTE },
        },
      ]);
    expect(day.queue).toEqual(['F001', 'A001']);
    expect(day.window(1)).toMatchObject({ served: 1, state: { status: 'idle' } });
    day.and(k7('openWindow', { window: 5 }));
    day.when(k7('callNext')).then([{ type: 'TicketCalled', ticket: 'F001', window: 5 }]);
    day.and(k7('startService'));
    day
      .when(k7('finishCase', { case: 'F001-3', outcome: 'closed' }))
      .then([{ type: 'CaseFinished' }, { type: 'PromptOpened' }, { type: 'TicketFinished' }]);
    expect(day.ticket('F001')).toMatchObject({
      ...{ windowsVisited: [1, 5], transfers: 0, requeues: 0, arrivedAt: NINE },
    });
  });

  test('the first window is not called again for what only the second may do', () => {
    const day = given(pack, sits, ...starts, ends('F001-1'), ends('F001-2'));
    day.when(k1('callNext')).then('nobody-waiting');
  });

  test('a later case may be done here after all by who is certified, and by nobody else', () => {
    const plan = k1('planStop', { cases: ['A001-2'] });
    given(takes('SC001', 'SC002'), sits, ...starts, plan)
      .when(ends('A001-2'))
      .then([{ type: 'CaseFinished' }, { type: 'PromptOpened' }])
      .when(ends('A001-1'))
      .then([{ type: 'CaseFinished' }, { type: 'PromptOpened' }, { type: 'TicketFinished' }]);
    given(pack, sits, ...starts)
      .when(ends('F001-3'))
      .then('not-eligible-here', 'F001-3');
  });
});

describe('planStop', () => {
  const served = [takes('SC001', 'SC002', 'RS002'), sits, ...starts];
  const leaves = (...cases: string[]) => k1('planStop', { cases });

  test('leaves cases to a later window; the rest goes on here', () => {
    const day = given(...served)
      .when(leaves('A001-2', 'A001-3', 'A001-2'))
      .then([{ type: 'StopPlanned', ticket: 'A001', cases: ['A001-2', 'A001-3'], stop: 2 }])
      .when(ends('A001-1'))
      .then([
        { type: 'CaseFinished' },
        { type: 'PromptOpened' },
        { type: 'TicketMovedOn', stop: 2, orderKey: NINE },
      ]);
    expect(day.ticket('A001').requeues).toBe(0);
  });

  test('joins a later stop that can take it, rather than making one more', () => {
    given(...served, leaves('A001-2'))
      .when(leaves('A001-3'))
      .then([{ type: 'StopPlanned', cases: ['A001-3'], stop: 2 }]);
  });

  test('keeps one case here, knows its own cases alone, and nothing twice', () => {
    given(...served)
      .when(leaves('A001-1', 'A001-2', 'A001-3'))
      .then('last-case-stays')
      .when(leaves('A001-9'))
      .then('unknown-case', 'A001-9')
      .when(leaves('A001-1', 'B001-1'))
      .then('unknown-case', 'B001-1')
      .and(leaves('A001-2'), ends('A001-3'))
      .when(leaves('A001-2'))
      .then('already-there', 'A001-2')
      .when(leaves('A001-1', 'A001-3'))
      .then('case-finished', 'A001-3')
      .when(clerk('K06')('planStop', { cases: ['A001-1'] }))
      .then('not-your-window');
  });
});

describe('an agent with many cases', () => {
  const turn = (from: number) =>
    [0, 1, 2, 3, 4].map((place) => ends(`A001-${String(from + place)}`));

  test('visitor 6: five cases a turn, the rest behind three others', () => {
    const others = Array.from({ length: 5 }, () => [later(MINUTE), takes('SC001')]).flat();
    const day = given(agent(12), ...others, sits, ...starts, ...turn(1));
    expect(day.hall.log.at(-1)?.event).toMatchObject({
      ...{ type: 'TicketMovedOn', stop: 2, isBatch: true, orderKey: NINE + 3 * MINUTE },
    });
    expect(day.queue).toEqual(['A002', 'A003', 'A004', 'A001', 'A005', 'A006']);
    expect(day.ticket('A001')).toMatchObject({ requeues: 1, arrivedAt: NINE });
  });

  test('a turn may not be stretched by taking cases of the next one', () => {
    given(agent(6), sits, ...starts)
      .when(ends('A001-6'))
      .then('not-eligible-here', 'A001-6');
  });

  test('visitor 6: a manager may grant the whole batch in one turn', () => {
    const day = given(agent(12), sits, ...starts)
      .when(manager('grantBatch', { ticket: 'A001' }))
      .then([{ type: 'BatchGranted', ticket: 'A001' }])
      .and(...turn(1), ...turn(6), ends('A001-11'), ends('A001-12'));
    expect(day.ticket('A001')).toMatchObject({ state: { status: 'done' }, requeues: 0 });
  });

  test('granting wants a batch, and a window that can take all of it', () => {
    const mixed = kiosk('issueTicket', { items: ['SC001', 'TX001'], agent: 'D01' });
    given(takes('SC001'), mixed, agent(5))
      .when(manager('grantBatch', { ticket: 'A001' }))
      .then('not-a-batch', 'A001')
      .when(manager('grantBatch', { ticket: 'A002' }))
      .then('no-window-for-items')
      .when(manager('grantBatch', { ticket: 'A003' }))
      .then('not-a-batch', 'A003')
      .when(manager('grantBatch', { ticket: 'A099' }))
      .then('unknown-ticket', 'A099');
  });

  test('who comes for himself with as many cases keeps one turn', () => {
    const hall = smallHall({ agentCasesPerTurn: 1 });
    const day = given(hall, takes('SC001', 'SC002'));
    expect(day.ticket('A001').cases.map(({ stop }) => stop)).toEqual([1, 1]);
  });
});
