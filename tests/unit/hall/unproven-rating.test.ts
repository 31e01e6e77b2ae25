/** A rating whose nonce the shell could not check, because it knew of no prompt yet. */
import { expect, test } from 'vitest';
import { demoHall } from '../../../drizzle/seed/demo-hall.ts';
import { caseId, deviceId, itemCode, staffNo, windowNo } from '../../../shared/base/ids.ts';
import { businessDate } from '../../../shared/base/ids.ts';
import type { Command } from '../../../shared/hall/commands.ts';
import { emptyDay } from '../../../shared/hall/day.ts';
import { decide } from '../../../shared/hall/decide.ts';
import { isRefusal } from '../../../shared/hall/decision.ts';
import { evolve } from '../../../shared/hall/evolve.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import type { Principal } from '../../../shared/hall/principal.ts';

const at = Date.parse('2026-11-23T09:00:00+08:00');
const clerk: Principal = { kind: 'clerk', staffNo: staffNo('JZ08') };
const evaluator: Principal = {
  kind: 'evaluator',
  device: deviceId('evaluator-7'),
  window: windowNo(7),
};

test('is refused when there is a prompt after all', () => {
  const config = demoHall('jingzhou');
  const day = emptyDay(config.hall, businessDate('2026-11-23'), planOf(config));
  const send = (by: Principal, command: Command) => {
    const decision = decide(day, command, { at, by });
    if (isRefusal(decision)) return decision.refused;
    for (const event of decision) {
      evolve(day, { seq: day.seq + 1, at, by: 'test', commandId: 'test', event });
    }
    return 'accepted';
  };
  send({ kind: 'system' }, { type: 'openDay', configVersion: 1 });
  const kiosk: Principal = { kind: 'kiosk', device: deviceId('kiosk-1') };
  send(kiosk, { type: 'issueTicket', items: [itemCode('YB022')] });
  send(clerk, { type: 'openWindow', window: windowNo(7) });
  send(clerk, { type: 'callNext' });
  send(clerk, { type: 'startService' });
  const id = caseId('B001-1');
  const rate = { type: 'rateCase', case: id, nonce: 'x', level: 5, tags: [] } as const;
  const decline = { type: 'declineRating', case: id, nonce: 'x' } as const;
  expect(send(evaluator, { ...rate, isUnproven: true })).toBe('case-not-finished');
  send(clerk, { type: 'finishCase', case: id, outcome: 'closed' });
  expect(send(evaluator, { ...rate, isUnproven: true })).toBe('rating-not-here');
  expect(send(evaluator, { ...decline, isUnproven: true })).toBe('rating-not-here');
  expect(send(evaluator, rate)).toBe('accepted');
});
