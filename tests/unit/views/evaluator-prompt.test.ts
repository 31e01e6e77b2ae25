// The evaluator's view: the clerk's card, then the visit's cases until each has its outcome.
import { describe, expect, test } from 'vitest';
import { windowNo } from '../../../shared/base/ids.ts';
import { evaluatorView } from '../../../shared/views/evaluator-prompt.ts';
import { MINUTE, NINE, clerk, evaluator, given, kiosk, later } from '../../helpers/hall.ts';

const k1 = clerk('K01');
const ends = (id: string) => k1('finishCase', { case: id, outcome: 'closed' });
const begun = [
  kiosk('issueTicket', { items: ['SC001', 'SC002'] }),
  ...[k1('openWindow', { window: 1 }), k1('callNext'), k1('startService')],
];
const visit = [...begun, ends('A001-1'), ends('A001-2')];
const view = (day: ReturnType<typeof given>, no = 1) =>
  evaluatorView(day.day, windowNo(no), (id, seq) => `${id}#${String(seq)}`);

describe('the evaluator', () => {
  test('shows the card while the visit goes on, one case finished or not', () => {
    const day = given(...begun, ends('A001-1'));
    expect(view(day)).toMatchObject({
      window: 1,
      status: 'serving',
      clerk: { staffNo: 'K01', nameLatin: 'Name K01', role: 'clerk' },
      prompt: null,
    });
  });

  test('asks for every case of the visit at once, each with its own nonce', () => {
    expect(view(given(...visit)).prompt).toMatchObject({
      ticket: 'A001',
      deadlineAt: NINE + MINUTE,
      cases: [
        { case: 'A001-1', nonce: 'A001-1#1', outcome: null },
        { case: 'A001-2', nonce: 'A001-2#1', outcome: null },
      ],
      scale: { levels: [{ level: 5 }, { level: 4 }, { level: 3 }, { level: 2 }, { level: 1 }] },
    });
  });

  test('keeps what was answered until the last answer, then thanks by showing the card', () => {
    const rates = evaluator(1)('rateCase', { case: 'A001-1', level: 1, tags: ['110'] });
    const day = given(
      ...visit,
      rates,
      later(MINUTE / 2),
      evaluator(1)('touchPrompt', { window: 1 }),
    );
    expect(view(day).prompt).toMatchObject({
      deadlineAt: NINE + 90_000,
      cases: [{ outcome: 'rated' }, { outcome: null }],
    });
    day.and(evaluator(1)('declineRating', { case: 'A001-2' }));
    expect(view(day)).toMatchObject({ prompt: null, clerk: { staffNo: 'K01' } });
  });

  test('the next call takes the prompt away; other windows never see it', () => {
    const day = given(...visit, kiosk('issueTicket', { items: ['SC001'] }), k1('callNext'));
    expect(view(day)).toMatchObject({ status: 'calling', prompt: null });
    expect(view(given(...visit), 2)).toMatchObject({ status: 'closed', clerk: null, prompt: null });
  });
});
