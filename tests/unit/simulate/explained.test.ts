// E1: a day's calls are made again from its log; a log that somebody bent is noticed.
import { describe, expect, test } from 'vitest';
import { drivenDay, madeAgain } from '../../../server/simulate/goals/explained-goals.ts';
import type { StoredEvent } from '../../../shared/hall/events.ts';

describe('calls made again from the log', () => {
  test.each(['strict', 'zones', 'promise'] as const)('%s: each comes out the same', (order) => {
    const { calls, same } = madeAgain(drivenDay(order));
    expect(calls).toBeGreaterThan(100);
    expect(same).toBe(calls);
  });

  test('a rule, a score or a ticket that was changed afterwards is not', () => {
    const hall = drivenDay('promise');
    const at = hall.log.findIndex(
      ({ event }) => event.type === 'TicketCalled' && event.callSeq === 50,
    );
    const stored = hall.log[at];
    if (stored?.event.type !== 'TicketCalled') throw new Error('no fiftieth call');
    const { event } = stored;
    const bent: StoredEvent = {
      ...stored,
      event: { ...event, why: { ...event.why, eligible: 999 } },
    };
    hall.log[at] = bent;
    const { calls, same } = madeAgain(hall);
    expect(calls - same).toBe(1);
  });
});
