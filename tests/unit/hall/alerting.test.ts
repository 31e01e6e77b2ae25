// What burns in the hall: raised, made worse, acknowledged, cleared, and never flapping.
import { describe, expect, test } from 'vitest';
import type { HallFacts } from '../../../shared/hall/system-commands.ts';
import type { HallConfig } from '../../../shared/hall/config.ts';
import {
  MINUTE,
  NINE,
  SECOND,
  clerk,
  foldedAnew,
  given,
  kiosk,
  later,
  manager,
  system,
} from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const k2 = clerk('K02');
const takes = (...items: string[]) => kiosk('issueTicket', { items });
const look = (facts: Partial<HallFacts> = {}) =>
  system('tick', { facts: { silent: [], papers: [], ...facts } });
const raised = (alert: string, level: string, about = {}) => ({
  type: 'AlertRaised' as const,
  alert,
  level,
  ...(Object.keys(about).length > 0 && { about }),
});
const cleared = (alert: string) => ({ type: 'AlertCleared' as const, alert });
/** Nobody is missed for what he may do: only the rule in question speaks. */
const covered = (policy: object = {}): HallConfig => {
  const config = smallHall(policy);
  return { ...config, items: config.items.filter(({ code }) => /^SC00[1-8]$/u.test(code)) };
};
const company = takes('SC001');
const sits = k1('openWindow', { window: 1 });
const serves = [sits, k1('callNext'), k1('startService')];

describe('manager 3: a zone is overloaded', () => {
  test('somebody waits too long: yellow after 20 minutes, red after 30, over when called', () => {
    const hall = given(covered(), company, later(20 * MINUTE))
      .when(look())
      .then('nothing-due')
      .and(later(SECOND))
      .when(look())
      .then([raised('wait:legal-person', 'yellow', { ticket: 'A001', count: 20, sinceAt: NINE })])
      .and(later(MINUTE))
      .when(look())
      .then('nothing-due')
      .and(later(9 * MINUTE))
      .when(look())
      .then([raised('wait:legal-person', 'red', { count: 30 })]);
    hall.and(kiosk('cancelTicket', { ticket: 'A001' }));
    hall.when(look()).then([cleared('wait:legal-person')]);
    expect(hall.day.alerts.size).toBe(0);
    expect(hall.day.alertsRaised.get('long-wait')).toBe(2);
  });

  test('it clears well below the line, so that nothing flaps, and stays red until then', () => {
    const hall = given(covered(), company, later(9 * MINUTE), company, later(22 * MINUTE));
    hall.when(look()).then([raised('wait:legal-person', 'red')]);
    // The next one has waited for 22 minutes: no longer red, and not yet over.
    hall
      .and(kiosk('cancelTicket', { ticket: 'A001' }))
      .when(look())
      .then('nothing-due');
    expect(hall.day.alerts.get('wait:legal-person')?.level).toBe('red');
    hall.and(company, later(5 * MINUTE), kiosk('cancelTicket', { ticket: 'A002' }));
    hall.when(look()).then([cleared('wait:legal-person')]);
  });

  test('too many wait for each window that calls; paused ones do not count', () => {
    const eight = Array.from({ length: 8 }, () => company);
    const hall = given(covered(), sits, ...eight)
      .when(look())
      .then([raised('queue:legal-person', 'yellow', { zone: 'legal-person', count: 8 })])
      .and(company, company, company)
      .when(look())
      .then([raised('queue:legal-person', 'red', { count: 11 })]);
    hall.and(clerk('K06')('openWindow', { window: 5 }));
    hall.when(look()).then([cleared('queue:legal-person')]);
    hall.and(clerk('K06')('pauseWindow', { reason: 'lunch' }));
    hall.when(look()).then([raised('queue:legal-person', 'red')]);
  });

  test('the wait of a held visitor begins with the return', () => {
    const hall = given(covered(), company, company, ...serves);
    hall.and(k1('holdTicket', { reason: 'pay' }), kiosk('cancelTicket', { ticket: 'A002' }));
    hall.and(later(25 * MINUTE), kiosk('reactivateTicket', { ticket: 'A001' }));
    hall.when(look()).then('nothing-due');
  });
});

describe('the windows', () => {
  test('idle although somebody waits for it: since both are true', () => {
    const hall = given(covered(), sits, later(10 * MINUTE), company);
    hall
      .and(later(2 * MINUTE))
      .when(look())
      .then('nothing-due');
    hall
      .and(later(SECOND))
      .when(look())
      .then([raised('idle:1', 'yellow', { window: 1, clerk: 'K01', count: 2 })])
      .and(k1('callNext'))
      .when(look())
      .then([cleared('idle:1')]);
    const result = kiosk('issueTicket', { items: ['SC001'], pickup: {} });
    given(covered(), sits, result, later(10 * MINUTE))
      .when(look())
      .then('nothing-due');
  });

  test('called and neither begun nor given up: named until one of both is done', () => {
    const policy = { callsBeforeNoShow: 1, alertCalledYellowMs: 4 * MINUTE };
    const called = () => given(covered(policy), company, sits, k1('callNext'));
    const hall = called();
    hall
      .and(later(4 * MINUTE))
      .when(look())
      .then('nothing-due');
    hall
      .and(later(SECOND))
      .when(look())
      .then([
        raised('called:A001', 'yellow', { window: 1, ticket: 'A001', clerk: 'K01', count: 4 }),
      ])
      .and(later(2 * MINUTE))
      .when(look())
      .then([raised('called:A001', 'red', { count: 6 })])
      .and(k1('startService'))
      .when(look())
      .then([cleared('called:A001')]);
    const missed = called().and(later(5 * MINUTE), look());
    expect([...missed.day.alerts.keys()]).toEqual(['called:A001']);
    missed
      .and(k1('markNoShow'))
      .when(look())
      .then([cleared('called:A001')]);
  });

  test('a service far over what its cases are expected to take', () => {
    const hall = given(covered(), company, ...serves, k1('addCase', { item: 'SC002' }));
    hall
      .and(later(40 * MINUTE))
      .when(look())
      .then('nothing-due');
    hall
      .and(later(SECOND))
      .when(look())
      .then([raised('service:A001', 'yellow', { window: 1, ticket: 'A001', count: 40 })])
      .and(later(20 * MINUTE))
      .when(look())
      .then([raised('service:A001', 'red')])
      .and(k1('finishCase', { case: 'A001-1', outcome: 'closed' }))
      .and(k1('finishCase', { case: 'A001-2', outcome: 'closed' }))
      .when(look())
      .then([cleared('service:A001')]);
  });

  test('a flash matter over its limit', () => {
    const config = smallHall();
    const items = config.items.filter(({ code }) => code === 'GA003');
    const k3 = clerk('K03');
    given({ ...config, items }, takes('GA003'), k3('openWindow', { window: 3 }))
      .and(k3('callNext'), k3('startService'), later(10 * MINUTE + SECOND))
      .when(look())
      .then([
        raised('service:B001', 'yellow'),
        raised('flash:B001', 'yellow', { ticket: 'B001', count: 10 }),
      ]);
  });

  test('a pause for no reason, or not back when promised; lunch alone burns nothing', () => {
    const pause = (reason: string, more = {}) => k1('pauseWindow', { reason, ...more });
    given(covered(), sits, pause('lunch'), later(90 * MINUTE))
      .when(look())
      .then('nothing-due');
    given(covered(), sits, pause('other'), later(10 * MINUTE + SECOND))
      .when(look())
      .then([raised('pause:1', 'yellow', { window: 1, clerk: 'K01', count: 10 })])
      .and(later(10 * MINUTE))
      .when(look())
      .then([raised('pause:1', 'red')])
      .and(k1('resumeWindow'))
      .when(look())
      .then([cleared('pause:1')]);
    given(covered(), sits, pause('lunch', { returnAt: NINE + 30 * MINUTE }))
      .and(later(40 * MINUTE))
      .when(look())
      .then('nothing-due')
      .and(later(SECOND))
      .when(look())
      .then([raised('pause:1', 'yellow', { sinceAt: NINE + 30 * MINUTE })]);
  });

  test('a held visitor who is not back in time, until the hold lapses', () => {
    const hall = given(covered(), company, ...serves, k1('holdTicket', { reason: 'pay' }));
    hall.and(later(30 * MINUTE + SECOND));
    hall.when(look()).then([raised('hold:A001', 'yellow', { ticket: 'A001', clerk: 'K01' })]);
    hall
      .and(later(15 * MINUTE))
      .when(look())
      .then([{ type: 'HoldLapsed', ticket: 'A001' }])
      .when(look())
      .then([cleared('hold:A001')]);
  });
});

describe('devices and paper', () => {
  const silent = (device: string) => look({ silent: [{ device, sinceAt: NINE }] });
  const paper = (percent: number) => look({ papers: [{ device: 'printer', percent }] });

  test('clerk 9: an evaluator that was unplugged is an alert until it is heard again', () => {
    const hall = given(covered(), sits, later(30 * SECOND)).when(silent('evaluator-1'));
    hall
      .then('nothing-due')
      .and(later(SECOND))
      .when(silent('evaluator-1'))
      .then([raised('device:evaluator-1', 'yellow', { device: 'evaluator-1', sinceAt: NINE })])
      .and(later(5 * MINUTE))
      .when(silent('evaluator-1'))
      .then([raised('device:evaluator-1', 'red')])
      .when(look())
      .then([cleared('device:evaluator-1')]);
  });

  test('manager 1: paper runs low, and a server that knows nothing of it changes nothing', () => {
    given(covered())
      .when(paper(25))
      .then('nothing-due')
      .when(paper(23))
      .then([raised('paper:printer', 'yellow', { device: 'printer', count: 23 })])
      .when(look())
      .then('nothing-due')
      .when(paper(9))
      .then([raised('paper:printer', 'red', { count: 9 })])
      .when(paper(100))
      .then([cleared('paper:printer')]);
  });
});

describe('holes of the certificates', () => {
  test('manager 9: a hole is told once the windows have settled, red when it hurts', () => {
    const hall = given(k2('openWindow', { window: 2 }))
      .when(look())
      .then('nothing-due');
    hall.and(later(MINUTE));
    hall
      .when(look())
      .then([
        raised('coverage:SC', 'yellow', { department: 'SC', count: 5 }),
        raised('coverage:GA', 'yellow', { department: 'GA', count: 2 }),
        raised('misplaced:RS', 'yellow', {
          ...{ department: 'RS', count: 1, window: 2, clerk: 'K02' },
        }),
        raised('coverage:TX', 'yellow'),
      ])
      .and(company)
      .when(look())
      .then([raised('coverage:SC', 'red')])
      .and(sits)
      .when(look())
      .then([cleared('coverage:SC'), cleared('misplaced:RS')]);
  });

  test('a certified clerk at a window that does not take it is told with the window', () => {
    const hall = given(covered(), company, k1('openWindow', { window: 4 }), later(MINUTE))
      .when(look())
      .then([
        raised('misplaced:SC', 'red', { department: 'SC', count: 4, window: 4, clerk: 'K01' }),
      ])
      .and(clerk('K06')('openWindow', { window: 1 }));
    hall.when(look()).then([cleared('misplaced:SC')]);
  });

  test('before anybody sits there is none', () => {
    given(company, later(MINUTE)).when(look()).then('nothing-due');
  });
});

describe('acknowledging', () => {
  const burns = () => given(covered(), company, later(21 * MINUTE), look());
  const takesUp = (alert = 'wait:legal-person') => manager('acknowledgeAlert', { alert });

  test('a named person takes it up; the first name stands, also folded anew', () => {
    const hall = burns()
      .when(takesUp())
      .then([{ type: 'AlertAcknowledged', alert: 'wait:legal-person' }])
      .when(takesUp())
      .then('already-acknowledged');
    const alert = foldedAnew(hall.hall).alerts.get('wait:legal-person');
    expect(alert).toMatchObject({ acknowledgedBy: 'manager:M01', acknowledgedAt: hall.hall.at });
  });

  test('what gets worse wants to be taken up anew; what is over is unknown', () => {
    const hall = burns().and(takesUp(), later(10 * MINUTE), look());
    expect(hall.day.alerts.get('wait:legal-person')).toMatchObject({
      level: 'red',
      acknowledgedBy: null,
    });
    hall.and(kiosk('cancelTicket', { ticket: 'A001' }), look());
    hall.when(takesUp()).then('unknown-alert', 'wait:legal-person');
    hall.when(k1('acknowledgeAlert', { alert: 'x' })).then('not-allowed');
  });
});

test('outside opening hours nothing burns, and what burned is over', () => {
  const config = covered({ alwaysOpen: false });
  given(config, company, later(179 * MINUTE), look())
    .and(later(2 * MINUTE))
    .when(look({ silent: [{ device: 'lobby-1', sinceAt: NINE }] }))
    .then([cleared('wait:legal-person')]);
});

test('however much burns, the list is bounded and the worst comes first', () => {
  const silent = Array.from({ length: 250 }, (_, no) => ({
    device: `lobby-${String(no)}`,
    sinceAt: no < 240 ? NINE + 9 * MINUTE : NINE,
  }));
  const hall = given(covered(), later(10 * MINUTE)).and(look({ silent }));
  expect(hall.day.alerts.size).toBe(200);
  const levels = [...hall.day.alerts.values()].map(({ level }) => level);
  expect(levels.filter((level) => level === 'red')).toHaveLength(10);
  hall.when(look({ silent })).then('nothing-due');
});
