/** What the clerk must choose before a case ends, and what is proposed beforehand. */
import { expect, test } from 'vitest';
import { closedSince } from '../../../counter-client/clerk/desk-alarms.ts';
import { currentCase } from '../../../counter-client/clerk/desk-offers.ts';
import {
  NO_DRAFT,
  finishOf,
  missingOf,
  outcomesFor,
  usualOutcome,
  withMissing,
} from '../../../counter-client/clerk/outcome-draft.ts';
import { whyWords } from '../../../counter-client/clerk/why-called.ts';
import { must } from '../../../shared/base/assert.ts';
import { departmentCode, itemCode, windowNo } from '../../../shared/base/ids.ts';
import type { CallReason, CallRule } from '../../../shared/hall/call-reason.ts';
import { LANGUAGES } from '../../../shared/text/language.ts';
import { deskView } from '../../../shared/views/clerk-desk.ts';
import { mayHandle } from '../../../shared/views/desk-facts.ts';
import { clerk, given, kiosk } from '../../helpers/hall.ts';

const K01 = clerk('K01');

/** SC003 is a deadline item with materials. */
function served() {
  const day = given(
    K01('openWindow', { window: 1 }),
    kiosk('issueTicket', { items: ['SC003'] }),
    K01('callNext'),
    K01('startService'),
  );
  const view = deskView(day.day, windowNo(1));
  return { day, view, row: must(currentCase(view, null), 'a case') };
}

test('clerk 5: what is missing begins with the mandatory materials that were not ticked', () => {
  const { day, row } = served();
  const mandatory = row.materials.filter((one) => one.mandatory).map(({ name }) => name);
  expect(mandatory.length).toBeGreaterThan(0);
  expect(missingOf(NO_DRAFT, row)).toEqual(mandatory);
  const first = row.materials.findIndex((one) => one.mandatory);
  day.and(K01('tickMaterial', { case: row.case, material: first, has: true }));
  const after = must(currentCase(deskView(day.day, windowNo(1)), null), 'a case');
  expect(missingOf(NO_DRAFT, after)).toEqual(mandatory.slice(1));
  const more = withMissing(NO_DRAFT, after, must(mandatory[0], 'a name'), true);
  expect(missingOf({ ...more, besides: ' 户口簿 ' }, after)).toContain('户口簿');
});

test('clerk 5: no outcome goes without what it needs', () => {
  const { view, row } = served();
  const dates = { today: '2026-11-23', supplyBy: view.supplyBy };
  const nothing = { ...NO_DRAFT, missing: [] };
  expect(finishOf(NO_DRAFT, row, null, dates)).toEqual({ ask: 'outcome' });
  expect(finishOf(nothing, row, 'supplement', dates)).toEqual({ ask: 'missing' });
  expect(finishOf(nothing, row, 'acceptedWithGaps', dates)).toEqual({ ask: 'missing' });
  expect(finishOf(NO_DRAFT, row, 'refused', dates)).toEqual({ ask: 'reason' });
  expect(finishOf(NO_DRAFT, row, 'handedOver', dates)).toEqual({ ask: 'recipient' });
  for (const supplyBy of ['', '2026-11-20']) {
    const late = { ...NO_DRAFT, missing: ['x'], supplyBy };
    expect(finishOf(late, row, 'acceptedWithGaps', dates)).toEqual({ ask: 'date' });
  }
  expect(finishOf({ ...NO_DRAFT, missing: ['x'] }, row, 'acceptedWithGaps', dates)).toEqual({
    outcome: 'acceptedWithGaps',
    missing: ['x'],
    supplyBy: view.supplyBy,
  });
  expect(finishOf({ ...NO_DRAFT, reason: 'other' }, row, 'refused', dates)).toEqual({
    outcome: 'refused',
    reason: 'other',
  });
});

test('a result is handed over or not; every other visit has the six outcomes', () => {
  const { view } = served();
  const ticket = must(view.ticket, 'a ticket');
  expect(outcomesFor(ticket)).toHaveLength(6);
  expect(outcomesFor(ticket)).not.toContain('handedOver');
  const pickup = outcomesFor({ ...ticket, pickup: { of: null, expectedAt: null } });
  expect(pickup[0]).toBe('handedOver');
  expect(usualOutcome('deadline', pickup)).toBe('handedOver');
});

test('visitor 4: the desk knows beforehand what its clerk may not handle', () => {
  const { view } = served();
  const item = (code: string, department: string) =>
    mayHandle(view.handles, { code: itemCode(code), department: departmentCode(department) });
  expect(item('SC001', 'SC')).toBe(true);
  expect(item('TX001', 'TX')).toBe(false);
});

test('an accepted case is due on a working day, which the desk says beforehand', () => {
  const { row } = served();
  expect(row.dueOn).toMatch(/^2026-1\d-\d\d$/);
});

test('every rule of a call has its sentence in every language, the passed ones counted', () => {
  const rules: readonly CallRule[] = [
    'longest-wait',
    'appointment',
    'green-channel',
    'return',
    'transfer',
    'flash-lane',
    'only-here',
    'share-limit',
    'by-hand',
    'zone-overflow',
    'promise-due',
    'overtaken-limit',
    'best-score',
  ];
  const why: Omit<CallReason, 'rule'> = {
    ...{ policyVersion: 1, waiting: 9, eligible: 4, waitedMs: 540_000, creditMs: 900_000 },
    ...{ best: [], digest: '', passedCount: 3, reason: 'other', approvedBy: 'manager:M01' },
  };
  for (const language of LANGUAGES) {
    const said = rules.map((rule) => whyWords('B012', { ...why, rule }, language));
    expect(new Set(said).size).toBe(rules.length);
    for (const words of said) expect(words).toMatch(/B012.*3/u);
  }
});

test('clerk 14: the drain list stands from the end of the last session on', () => {
  const { view } = served();
  const hours = { ...view.hours, alwaysOpen: false, sessions: [{ openAt: 1_000, closeAt: 9_000 }] };
  expect(closedSince({ hours }, 8_999)).toBeNull();
  expect(closedSince({ hours }, 9_000)).toBe(9_000);
  expect(closedSince({ hours: { ...hours, alwaysOpen: true } }, 9_000)).toBeNull();
  expect(closedSince({ hours: { ...hours, sessions: [] } }, 9_000)).toBeNull();
});
