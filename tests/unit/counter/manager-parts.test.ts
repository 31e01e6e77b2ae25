/** What the manager's page works out for itself: addresses, alert cards, drafts of the rules, replays. */
import { expect, test } from 'vitest';
import { sumsShown } from '../../../counter-client/manager/day-sums.ts';
import { cardOf } from '../../../counter-client/manager/alert-cards.ts';
import { alertsOf, inOrder, windowToOpen } from '../../../counter-client/manager/alerts.ts';
import { changeWords } from '../../../counter-client/manager/change-words.ts';
import { doneWords } from '../../../counter-client/manager/floor-words.ts';
import {
  NO_DRAFT,
  changesOf,
  editOf,
  inField,
  valueOf,
} from '../../../counter-client/manager/policy-draft.ts';
import { ReplayDay } from '../../../counter-client/manager/replay-day.ts';
import { parseRoute, routeHash } from '../../../counter-client/manager/routes.ts';
import { scaleOf } from '../../../counter-client/manager/rating-scale.ts';
import { zoneCode } from '../../../shared/base/ids.ts';
import { POLICY_FIELDS } from '../../../shared/hall/policy.ts';
import { planChanges } from '../../../shared/hall/publishing.ts';
import { editedConfig } from '../../../shared/hall/config-edit.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import { jumpReport } from '../../../shared/views/jump-report.ts';
import { floorView } from '../../../shared/views/manager-floor.ts';
import {
  MINUTE,
  NINE,
  TODAY,
  clerk,
  given,
  happened,
  kiosk,
  later,
  manager,
  system,
} from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const PERSONAL = kiosk('issueTicket', { items: ['RS001'] });
const OPENED = clerk('K03')('openWindow', { window: 2 });
const RAISED = happened({
  type: 'AlertRaised',
  alert: 'wait:natural-person',
  kind: 'long-wait',
  level: 'red',
  about: { zone: 'natural-person', ticket: 'B001', count: 31, sinceAt: NINE },
});

function field(key: string) {
  const found = POLICY_FIELDS.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
}

test('the strip’s sums add up to what was issued, whatever became of a ticket', () => {
  const k3 = clerk('K03');
  const day = given(PERSONAL, PERSONAL, OPENED, k3('callNext'), k3('startService'));
  day.and(k3('holdTicket', { reason: 'pay' }));
  const ofDay = () => {
    const { totals } = floorView(day.day);
    const [issued, ...rest] = sumsShown(totals);
    const sum = rest.reduce((all, key) => all + totals[key], 0);
    return { issued: issued && totals[issued], sum, shown: rest };
  };
  expect(ofDay()).toMatchObject({ issued: 2, sum: 2 });
  expect(ofDay().shown).toContain('held');
  expect(ofDay().shown).not.toContain('booked');
  day.and(system('closeDay'));
  expect(ofDay()).toMatchObject({ issued: 2, sum: 2 });
  expect(ofDay().shown).toContain('expired');
});

test('an address survives a reload, and an unknown one shows the floor', () => {
  expect(parseRoute(routeHash('ticket', '2026-11-23', 'B012~1122'))).toEqual({
    tab: 'ticket',
    args: ['2026-11-23', 'B012~1122'],
  });
  expect(parseRoute('')).toEqual({ tab: 'floor', args: [] });
  expect(parseRoute('#/nowhere/%E0%A4%A')).toEqual({ tab: 'floor', args: [] });
});

test('an alert is taken up by name first; then its one action goes to the thing', () => {
  const day = given(OPENED, PERSONAL, later(31 * MINUTE), RAISED);
  const at = NINE + 33 * MINUTE;
  const card = () => {
    const view = floorView(day.day);
    const [first] = inOrder(alertsOf(view, at), new Map(), at);
    if (!first) throw new Error('no alert');
    return cardOf(first, { view, catalogue: null, language: 'en', now: at });
  };
  expect(card()).toMatchObject({
    what: 'natural-person: B001 has waited 33 minutes',
    action: { kind: 'acknowledge', alert: 'wait:natural-person' },
  });
  day.and(manager('acknowledgeAlert', { alert: 'wait:natural-person' }));
  expect(card()).toMatchObject({
    todo: 'since 09:00 · Name M01 took it up at 09:31',
    action: { kind: 'menu', window: 3 },
  });
});

test('red stands before yellow, the newest first, and the server warns before the floor does', () => {
  const returnAt = NINE + 10 * MINUTE;
  const paused = clerk('K03')('pauseWindow', { reason: 'lunch', returnAt });
  const day = given(OPENED, PERSONAL, paused, later(31 * MINUTE), RAISED);
  const at = NINE + 31 * MINUTE;
  const keys = () => inOrder(alertsOf(floorView(day.day), at), new Map(), at).map(({ key }) => key);
  expect(keys()).toEqual(['wait:natural-person', 'overdue/2']);
  day.and(
    happened({
      type: 'AlertRaised',
      alert: 'pause:2',
      kind: 'unexplained-pause',
      level: 'yellow',
      about: { window: 2, count: 21 },
    }),
  );
  expect(keys()).toEqual(['wait:natural-person', 'pause:2']);
});

test('no window is proposed where nobody is free to sit at it', () => {
  const view = floorView(given(PERSONAL).day);
  expect(windowToOpen(view, 'natural-person')).toBe(2);
  expect(windowToOpen({ ...view, freeClerks: [] }, 'natural-person')).toBeNull();
});

test('numbers are typed in their own unit, and one out of its limits is never sent', () => {
  const { policy } = smallHall();
  expect(inField(field('promptMs'), policy, NO_DRAFT)).toBe('60');
  expect(valueOf(field('promptMs'), '30')).toBe(30_000);
  expect(valueOf(field('promptMs'), '5')).toBeNull();
  expect(valueOf(field('callsBeforeNoShow'), '2.5')).toBeNull();
  expect(valueOf(field('priorityShareMax'), '0,5')).toBe(0.5);
  expect(valueOf(field('alertServiceFactorRed'), '')).toBeNull();
});

test('a draft sends only what differs, and nothing while a field is wrong', () => {
  const config = smallHall();
  const typed = new Map([
    [field('promptMs').key, '60'],
    [field('recallGapMs').key, '30'],
  ]);
  const draft = { ...NO_DRAFT, typed };
  expect(changesOf(POLICY_FIELDS, config, draft)).toBe(1);
  expect(editOf(POLICY_FIELDS, config, draft)).toEqual({
    baseVersion: 1,
    policy: { recallGapMs: 30_000 },
  });
  const wrong = { ...draft, typed: new Map(typed).set(field('promptMs').key, 'x') };
  expect(editOf(POLICY_FIELDS, config, wrong)).toBeNull();
});

test('the scale has four levels without one, and five again with it', () => {
  const config = smallHall();
  expect(scaleOf(config, 3).map(({ level }) => level)).toEqual([5, 4, 2, 1]);
  const four = { ...config, levels: scaleOf(config, 3) };
  const again = scaleOf(four, null);
  expect(again.map(({ level, good }) => [level, good])).toEqual([
    [5, true],
    [4, true],
    [3, true],
    [2, false],
    [1, false],
  ]);
});

test('manager 13: an item moved to another zone says in words which waiting ticket moves', () => {
  const day = given(kiosk('issueTicket', { items: ['RS002'] }), PERSONAL);
  const { config } = day.day.plan;
  const items = config.items
    .filter(({ code }) => code === 'RS002')
    .map((item) => ({ ...item, zone: zoneCode('natural-person') }));
  const { rows } = planChanges(day.day, planOf(editedConfig(config, { items })));
  const { zones } = floorView(day.day);
  const words = rows.map((row) => `${row.ticket} ${changeWords(row, zones, 'en')}`);
  expect(words[0]).toMatch(/^A001 moves from legal-person to natural-person/u);
});

test('manager 7: the report names the rule, the reason, the actor and the numbers passed', () => {
  const day = given(OPENED, PERSONAL, later(MINUTE), PERSONAL, later(MINUTE)).and(
    manager('callTicket', { window: 2, ticket: 'B002', reason: 'visitor-unwell' }),
  );
  expect(jumpReport(day.day)).toMatchObject([
    {
      ticket: 'B002',
      rule: 'by-hand',
      reason: 'visitor-unwell',
      by: 'manager:M01',
      passed: ['B001'],
      passedCount: 1,
    },
  ]);
});

test('a replay shows the day as it stood at any instant, forward and back', () => {
  const day = given(OPENED, PERSONAL, later(10 * MINUTE), clerk('K03')('callNext'));
  const plans = new Map([[1, day.day.plan]]);
  const replay = new ReplayDay('small', { date: TODAY, events: day.hall.log, plans });
  expect([replay.firstAt, replay.lastAt]).toEqual([NINE, NINE + 10 * MINUTE]);
  expect(floorView(replay.day).totals.waiting).toBe(1);
  replay.seek(NINE + 20 * MINUTE);
  expect(replay.isOver).toBe(true);
  expect(floorView(replay.day)).toEqual(floorView(day.day));
  replay.seek(NINE + MINUTE);
  expect(floorView(replay.day).totals).toMatchObject({ waiting: 1, called: 0 });
  expect(replay.newest(1)[0]?.event.type).toBe('TicketIssued');
});

test('every command of the page is answered with a sentence that names its thing', () => {
  const view = floorView(given(OPENED).day);
  expect(doneWords({ type: 'openWindow', window: 2 }, view, 'en')).toBe('Window 2 opened');
  expect(
    doneWords({ type: 'assignWindow', window: 2, zones: 'all', lane: 'flash' }, view, 'en'),
  ).toBe('Window 2 is a flash lane now');
  expect(doneWords({ type: 'grantCertificate', clerk: 'K05', items: [] }, view, 'en')).toBe(
    'Name K05 may handle them today',
  );
});
