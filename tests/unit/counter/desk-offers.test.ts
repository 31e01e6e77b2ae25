/** What the desk offers in each state of a real day: one primary action, and every refusal's reason. */
import { expect, test } from 'vitest';
import {
  currentCase,
  otherCase,
  otherOffers,
  primaryOffer,
} from '../../../counter-client/clerk/desk-offers.ts';
import { usualOutcome } from '../../../counter-client/clerk/outcome-draft.ts';
import type { DeskCommand } from '../../../counter-client/clerk/desk-offers.ts';
import { windowNo } from '../../../shared/base/ids.ts';
import { deskView } from '../../../shared/views/clerk-desk.ts';
import { NINE, SECOND, clerk, given, kiosk, later } from '../../helpers/hall.ts';

const K03 = clerk('K03');
const ISSUED = kiosk('issueTicket', { items: ['RS001', 'GA001'] });
const SAT_DOWN = K03('openWindow', { window: 2 });

function deskOf(day: ReturnType<typeof given>) {
  return deskView(day.day, windowNo(2));
}

function offerOf(day: ReturnType<typeof given>, command: DeskCommand, now: number) {
  const offer = otherOffers(deskOf(day), now).find((one) => one.command === command);
  if (!offer) throw new Error(`no offer ${command}`);
  return offer;
}

test('a free window calls the next one, unless nobody is there to call', () => {
  const empty = given(SAT_DOWN);
  expect(primaryOffer(deskOf(empty))).toMatchObject({
    command: 'callNext',
    key: 'F2',
    block: { code: 'nobody' },
  });
  empty.and(ISSUED);
  expect(primaryOffer(deskOf(empty))).toMatchObject({ command: 'callNext', block: null });
  expect(offerOf(empty, 'recallTicket', NINE).block).toEqual({ code: 'notCalled' });
  expect(offerOf(empty, 'addCase', NINE).block).toEqual({ code: 'notServing' });
  expect(offerOf(empty, 'closeWindow', NINE).block).toBeNull();
});

test('a called number may be called again after the gap, given up after three calls', () => {
  const day = given(SAT_DOWN, ISSUED, K03('callNext'));
  expect(primaryOffer(deskOf(day)).command).toBe('startService');
  expect(offerOf(day, 'recallTicket', NINE + 5 * SECOND).block).toEqual({
    code: 'wait',
    seconds: 15,
  });
  expect(offerOf(day, 'recallTicket', NINE + 20 * SECOND).block).toBeNull();
  expect(offerOf(day, 'markNoShow', NINE + 60 * SECOND).block).toEqual({
    code: 'callsMissing',
    count: 2,
  });
  day.and(later(20 * SECOND), K03('recallTicket'), later(20 * SECOND), K03('recallTicket'));
  expect(offerOf(day, 'markNoShow', NINE + 41 * SECOND).block).toEqual({
    code: 'wait',
    seconds: 19,
  });
  expect(offerOf(day, 'markNoShow', NINE + 60 * SECOND).block).toBeNull();
  expect(offerOf(day, 'closeWindow', NINE).block).toEqual({ code: 'busy' });
});

test('a call may be taken back for ten seconds, and says how many are left', () => {
  const day = given(SAT_DOWN, ISSUED, K03('callNext'));
  expect(offerOf(day, 'undoCall', NINE + 4 * SECOND)).toMatchObject({
    block: null,
    secondsLeft: 6,
  });
  expect(offerOf(day, 'undoCall', NINE + 10 * SECOND).block).toEqual({ code: 'undoOver' });
});

test('while serving, the first open case is at hand until another is chosen', () => {
  const day = given(SAT_DOWN, ISSUED, K03('callNext'), K03('startService'));
  expect(primaryOffer(deskOf(day))).toMatchObject({ command: 'finishCase', block: null });
  const behindForm = primaryOffer(deskOf(day), true);
  expect(behindForm).toMatchObject({ command: 'finishCase', block: { code: 'panelOpen' } });
  expect(currentCase(deskOf(day), null)?.case).toBe('B001-1');
  expect(currentCase(deskOf(day), 'B001-2')?.case).toBe('B001-2');
  expect(otherCase(deskOf(day), 'B001-1', 1)).toBe('B001-2');
  expect(otherCase(deskOf(day), 'B001-1', -1)).toBe('B001-2');
  day.and(K03('finishCase', { case: 'B001-2', outcome: 'accepted' }));
  expect(currentCase(deskOf(day), 'B001-2')?.case).toBe('B001-1');
});

test('a pause, now or after the visitor, turns the same key into its end', () => {
  const day = given(SAT_DOWN, ISSUED, K03('callNext'), K03('pauseWindow', { reason: 'lunch' }));
  expect(offerOf(day, 'resumeWindow', NINE)).toMatchObject({ key: 'F7', block: null });
  day.and(K03('resumeWindow'), K03('undoCall'), K03('pauseWindow', { reason: 'break' }));
  expect(primaryOffer(deskOf(day))).toMatchObject({ command: 'resumeWindow', key: 'F2' });
});

test('an instant case closes by default, for the others nothing is chosen', () => {
  expect(usualOutcome('instant')).toBe('closed');
  expect(usualOutcome('deadline')).toBeNull();
  expect(usualOutcome('joint')).toBeNull();
});

test('clerk 6: the chief can be called while serving, once, and only where there is one', () => {
  const day = given(SAT_DOWN, ISSUED, K03('callNext'));
  expect(offerOf(day, 'consultChief', NINE).block).toEqual({ code: 'notServing' });
  day.and(K03('startService'));
  expect(offerOf(day, 'consultChief', NINE).block).toBeNull();
  day.and(K03('consultChief'));
  expect(offerOf(day, 'consultChief', NINE).block).toEqual({ code: 'consulting' });
  const atChief = given(clerk('K06')('openWindow', { window: 2 }), ISSUED);
  atChief.and(clerk('K06')('callNext'), clerk('K06')('startService'));
  expect(offerOf(atChief, 'consultChief', NINE).block).toEqual({ code: 'noChief' });
});

test('every key of the desk means one thing', () => {
  const day = given(SAT_DOWN, ISSUED, K03('callNext'), K03('startService'));
  const offers = [primaryOffer(deskOf(day)), ...otherOffers(deskOf(day), NINE)];
  const keys = offers.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).not.toContain('F5');
});
