// Rating: who may, once, of finished cases only; and how each prompt ends.
import { describe, expect, test } from 'vitest';
import { MINUTE, NINE, SECOND, clerk, evaluator, given, kiosk } from '../../helpers/hall.ts';
import { happened, later, manager, system, visitor } from '../../helpers/hall.ts';

const k1 = clerk('K01');
const takes = (...items: string[]) => kiosk('issueTicket', { items });
const ends = (id: string) => k1('finishCase', { case: id, outcome: 'closed' });
const begun = [takes('SC001', 'SC002'), k1('openWindow', { window: 1 }), k1('callNext')];
const visit = [...begun, k1('startService'), ends('A001-1'), ends('A001-2')];
const good = (id: string, more = {}) => ({ case: id, level: 5, tags: ['510'], ...more });
const rates = (id: string, more = {}) => evaluator(1)('rateCase', good(id, more));
const outcomes = (day: ReturnType<typeof given>['day']) =>
  [...day.prompts.values()].map((prompt) => prompt.outcome);

test.each([
  ['cancelled', [visitor('A001')('cancelTicket', { ticket: 'A001' })], 'abandoned'],
  ['lapsed', [later(46 * MINUTE), system('tick')], 'noShow'],
] as const)(
  'after a hold that is %s, what was finished before is asked for in time',
  (_, rest, to) => {
    const held = k1('holdTicket', { reason: 'pay' });
    const day = given(...begun, k1('startService'), ends('A001-1'), held);
    const [prompt] = day.day.openPrompts;
    expect(prompt?.deadlineAt).toBe(NINE + MINUTE);
    day.and(...rest);
    if (to === 'abandoned') day.and(later(MINUTE), system('tick'));
    expect(day.ticket('A001').state.status).toBe(to);
    expect(outcomes(day.day)).toEqual(['timedOut']);
  },
);

describe('rateCase', () => {
  test('at the evaluator of the window: the evaluation, and the end of its prompt', () => {
    const after = given(...visit)
      .when(rates('A001-1', { text: 'thank you' }))
      .then([
        {
          type: 'CaseRated',
          date: '2026-11-23',
          case: 'A001-1',
          serviceSeq: 1,
          window: 1,
          clerk: 'K01',
          level: 5,
          tags: ['510'],
          channel: 'evaluator',
        },
        { type: 'PromptEnded', case: 'A001-1', outcome: 'rated' },
      ]);
    expect(outcomes(after.day)).toEqual(['rated', null]);
    expect(JSON.stringify(after.hall.log)).not.toContain('thank you');
  });

  test('once (R1): neither again here nor by the phone', () => {
    given(...visit, rates('A001-1'))
      .when(rates('A001-1', { level: 1, tags: [] }))
      .then('already-rated')
      .when(visitor('A001')('rateCase', good('A001-1')))
      .then('already-rated');
  });

  test('never an unfinished case (R2), nor an unknown one', () => {
    given(...begun, k1('startService'), ends('A001-1'))
      .when(rates('A001-2'))
      .then('case-not-finished')
      .when(rates('A001-3'))
      .then('unknown-case', 'A001-3')
      .when(rates('A009-1'))
      .then('unknown-case', 'A009-1');
  });

  test("only at the window that served, or with the visit's own ticket (R5)", () => {
    given(...visit)
      .when(evaluator(2)('rateCase', good('A001-1')))
      .then('rating-not-here')
      .when(visitor('A002')('rateCase', good('A001-1')))
      .then('rating-not-here')
      .when(k1('rateCase', good('A001-1')))
      .then('not-allowed')
      .when(manager('rateCase', good('A001-1')))
      .then('not-allowed')
      .when(manager('declineRating', { case: 'A001-1' }))
      .then('not-allowed')
      .when(k1('declineRating', { case: 'A001-1' }))
      .then('not-allowed');
  });

  test('tags belong to the level', () => {
    given(...visit)
      .when(rates('A001-1', { level: 1 }))
      .then('unknown-tag', '510')
      .when(rates('A001-1', { tags: ['999'] }))
      .then('unknown-tag', '999');
  });

  test('the phone may rate after the prompt has ended, and its end stays as it was (R4)', () => {
    const after = given(...visit, k1('closeWindow'))
      .when(rates('A001-1'))
      .then('prompt-over')
      .when(visitor('A001')('rateCase', good('A001-1')))
      .then([{ type: 'CaseRated', case: 'A001-1', channel: 'phone' }]);
    expect(outcomes(after.day)).toEqual(['left', 'left']);
    expect([...after.day.prompts.values()][0]?.rating).toMatchObject({ level: 5 });
  });
});

describe('declineRating', () => {
  test('ends the prompt, and is no rating', () => {
    const after = given(...visit)
      .when(evaluator(1)('declineRating', { case: 'A001-2' }))
      .then([{ type: 'PromptEnded', case: 'A001-2', outcome: 'declined' }])
      .when(evaluator(1)('declineRating', { case: 'A001-2' }))
      .then('prompt-over');
    expect(outcomes(after.day)).toEqual([null, 'declined']);
    after.when(evaluator(2)('declineRating', { case: 'A001-1' })).then('rating-not-here');
  });
});

describe('touchPrompt', () => {
  test('a touch gives the whole visit its time anew', () => {
    const after = given(...visit, later(50 * SECOND))
      .when(evaluator(1)('touchPrompt', { window: 1 }))
      .then([{ type: 'PromptTouched', ticket: 'A001', deadlineAt: NINE + 110 * SECOND }])
      .and(later(20 * SECOND))
      .when(system('tick'))
      .then('nothing-due');
    expect(after.day.openPrompts.size).toBe(2);
  });

  test('is refused elsewhere, and with nothing to answer', () => {
    given(...visit, k1('closeWindow'))
      .when(evaluator(2)('touchPrompt', { window: 1 }))
      .then('rating-not-here')
      .when(evaluator(1)('touchPrompt', { window: 1 }))
      .then('prompt-over');
    given(...begun, k1('startService'), ends('A001-1'))
      .when(evaluator(1)('touchPrompt', { window: 1 }))
      .then('prompt-over');
  });
});

describe('tick', () => {
  test('ends what is overdue: timed out, or a fault where the evaluator is silent', () => {
    given(...visit, rates('A001-1'), later(MINUTE - 1))
      .when(system('tick'))
      .then('nothing-due')
      .and(later(1))
      .when(system('tick'))
      .then([{ type: 'PromptEnded', case: 'A001-2', outcome: 'timedOut' }])
      .when(system('tick'))
      .then('nothing-due');
    given(...visit, later(MINUTE))
      .when(system('tick', { silentEvaluators: [1] }))
      .then([
        { type: 'PromptEnded', case: 'A001-1', outcome: 'deviceFault' },
        { type: 'PromptEnded', case: 'A001-2', outcome: 'deviceFault' },
      ]);
  });

  test('a visit that goes on has no deadline', () => {
    given(...begun, k1('startService'), ends('A001-1'), later(60 * MINUTE))
      .when(system('tick'))
      .then('nothing-due');
  });
});

describe('ratePastCase', () => {
  const past = (more = {}) =>
    visitor('B012')('ratePastCase', {
      date: '2026-11-20',
      case: 'B012-1',
      serviceSeq: 1,
      window: 2,
      clerk: 'K02',
      finishedAt: NINE - 72 * 60 * MINUTE,
      level: 2,
      tags: ['210'],
      ...more,
    });

  test('is an event of the day on which it arrives, once', () => {
    given()
      .when(past())
      .then([{ type: 'CaseRated', date: '2026-11-20', case: 'B012-1', level: 2, channel: 'phone' }])
      .when(past())
      .then('already-rated')
      .when(past({ date: '2026-11-19' }))
      .then([{ type: 'CaseRated', date: '2026-11-19' }]);
  });

  test('within seven days of the day served, with tags of its level', () => {
    given()
      .when(past({ date: '2026-11-16' }))
      .then([{ type: 'CaseRated' }])
      .when(past({ date: '2026-11-14' }))
      .then('rating-expired')
      .when(past({ tags: ['510'] }))
      .then('unknown-tag', '510');
  });

  test("is for earlier days, and for the visit's own ticket", () => {
    given(...visit)
      .when(
        visitor('A001')('ratePastCase', { date: '2026-11-23', case: 'A001-1', level: 5, tags: [] }),
      )
      .then('rating-not-here')
      .when(past({ case: 'B013-1' }))
      .then('rating-not-here');
  });
});

test('a prompt ends once, a case is rated once: a log that says otherwise does not fold', () => {
  const end = { type: 'PromptEnded', ticket: 'A001', window: 1, case: 'A001-1', serviceSeq: 1 };
  expect(() => given(...visit, k1('closeWindow'), happened({ ...end, outcome: 'rated' }))).toThrow(
    'ended twice',
  );
});
