/** A live hall for timing: the demonstration's, all its windows open that clerks can open. */
import { must } from '../../../shared/base/assert.ts';
import { businessDate, commandId, deviceId } from '../../../shared/base/ids.ts';
import type { Command } from '../../../shared/hall/commands.ts';
import type { Day } from '../../../shared/hall/day.ts';
import { emptyDay } from '../../../shared/hall/day.ts';
import { decide } from '../../../shared/hall/decide.ts';
import { isRefusal } from '../../../shared/hall/decision.ts';
import { evolve } from '../../../shared/hall/evolve.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import type { Policy } from '../../../shared/hall/policy.ts';
import type { Principal } from '../../../shared/hall/principal.ts';
import { nameOf } from '../../../shared/hall/principal.ts';
import { demoHall } from '../../../drizzle/seed/demo-hall.ts';

const OPENS_AT = Date.parse('2026-11-23T09:00:00+08:00');
const GAP_MS = 12_000;
const TRIES_MAX = 2_000;

/** A morning after which so many wait, and its instant. */
export function liveHall(routing: Policy['routing'], waiting: number): { day: Day; at: number } {
  const demo = demoHall('jingzhou');
  const config = { ...demo, policy: { ...demo.policy, routing, alwaysOpen: true } };
  const day = emptyDay(config.hall, businessDate('2026-11-23'), planOf(config));
  let at = OPENS_AT;
  const send = (by: Principal, command: Command): boolean => {
    const decision = decide(day, command, { at, by });
    if (isRefusal(decision)) return false;
    for (const event of decision) {
      const id = commandId(`timing-${String(day.seq + 1)}`);
      evolve(day, { seq: day.seq + 1, at, by: nameOf(by), commandId: id, event });
    }
    return true;
  };
  send({ kind: 'system' }, { type: 'openDay', configVersion: config.version });
  for (const { staffNo } of config.staff) {
    const by: Principal = { kind: 'clerk', staffNo };
    config.windows.some(({ no }) => send(by, { type: 'openWindow', window: no }));
  }
  const kiosk: Principal = { kind: 'kiosk', device: deviceId('kiosk') };
  for (let tried = 0; day.waiting.length < waiting && tried < TRIES_MAX; tried += 1) {
    const item = must(config.items[(tried * 7_919) % config.items.length], 'an item');
    send(kiosk, { type: 'issueTicket', items: [item.code] });
    at += GAP_MS;
  }
  if (day.waiting.length < waiting) throw new Error('too few wait');
  return { day, at };
}
