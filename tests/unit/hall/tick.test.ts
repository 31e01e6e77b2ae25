// What time alone brings, all of it in one look.
import { expect, test } from 'vitest';
import { MINUTE, SECOND, clerk, given, kiosk, later, system } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const company = kiosk('issueTicket', { items: ['SC001'] });
const facts = { silent: [], papers: [] };
const tick = system('tick', { facts });
const serves = [company, k1('openWindow', { window: 1 }), k1('callNext'), k1('startService')];

test('nothing is due in a quiet hall, with facts and without', () => {
  given().when(tick).then('nothing-due').when(system('tick')).then('nothing-due');
});

test('prompts end when their time has passed, as a fault where no evaluator was there', () => {
  const ends = k1('finishCase', { case: 'A001-1', outcome: 'closed' });
  given(...serves, ends, later(59 * SECOND))
    .when(system('tick'))
    .then('nothing-due')
    .and(later(SECOND))
    .when(system('tick', { silentEvaluators: [1] }))
    .then([{ type: 'PromptEnded', case: 'A001-1', outcome: 'deviceFault' }]);
  given(...serves, ends, later(MINUTE))
    .when(system('tick', { silentEvaluators: [2] }))
    .then([{ type: 'PromptEnded', outcome: 'timedOut' }]);
});

test('clerk 7: a hold that nobody came back from lapses, with facts and without', () => {
  const held = [...serves, k1('holdTicket', { reason: 'pay' })];
  const hall = given(...held, later(45 * MINUTE))
    .when(system('tick'))
    .then([{ type: 'HoldLapsed', ticket: 'A001' }]);
  expect(hall.ticket('A001').state.status).toBe('noShow');
});

test('alerts wait for the next look when something else was due', () => {
  const config = smallHall({ promptMs: 20 * MINUTE + SECOND });
  const items = config.items.filter(({ code }) => /^SC00[1-8]$/u.test(code));
  const hall = given({ ...config, items }, company, ...serves);
  hall.and(k1('finishCase', { case: 'A001-1', outcome: 'closed' }));
  hall.and(k1('pauseWindow', { reason: 'lunch' }), later(20 * MINUTE + SECOND));
  hall
    .when(tick)
    .then([{ type: 'PromptEnded', outcome: 'timedOut' }])
    .when(tick)
    .then([{ type: 'AlertRaised', alert: 'wait:legal-person' }])
    .when(tick)
    .then('nothing-due');
});
