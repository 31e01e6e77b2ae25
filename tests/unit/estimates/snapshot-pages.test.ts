// A long queue goes to the worker in pages: whole or not at all, and the same waits come of it.
import { expect, test } from 'vitest';
import { Forecaster } from '../../../server/estimates/forecaster.ts';
import type { ToWorker } from '../../../server/estimates/messages.ts';
import { PAGE_TICKETS, sendPages } from '../../../server/estimates/snapshot-pages.ts';
import { snapshotOf } from '../../../shared/forecast/estimate/snapshot.ts';
import { clerk, kiosk, openHall, take } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const TURN = () => Promise.resolve();

/** So many wait at one window. */
function snapshotWith(waiting: number) {
  const hall = openHall(smallHall());
  take(hall, clerk('K03')('openWindow', { window: 2 }));
  for (let count = 0; count < waiting; count += 1) {
    take(hall, kiosk('issueTicket', { items: ['RS001'] }));
  }
  return snapshotOf(hall.day, hall.at);
}

/** The worker's answer to the snapshot as it was sent. */
function estimatedBy(
  forecaster: Forecaster,
  message: Omit<ToWorker & { kind: 'estimate' }, 'kind'>,
) {
  const answer = forecaster.take({ kind: 'estimate', ...message });
  if (answer?.kind !== 'estimates') throw new Error('no estimates');
  return answer.estimates;
}

test('given more who wait than a page holds, then the waits in pages are the same', async () => {
  const forecaster = new Forecaster();
  forecaster.take({ kind: 'config', config: smallHall() });
  const snapshot = snapshotWith(2 * PAGE_TICKETS + 20);
  const pages: number[] = [];
  const sent = await sendPages(
    snapshot,
    (message) => {
      if (message.kind === 'page') pages.push(message.tickets.length);
      forecaster.take(structuredClone(message));
      return true;
    },
    TURN,
  );
  expect(pages).toEqual([PAGE_TICKETS, PAGE_TICKETS]);
  expect(sent?.snapshot.waiting).toHaveLength(20);
  const inPages = estimatedBy(forecaster, sent!);
  expect(inPages).toEqual(estimatedBy(forecaster, { snapshot }));
  expect(inPages.tickets.size).toBeGreaterThan(0);
});

test('given a short queue, when it is sent, then it goes at once', async () => {
  const snapshot = snapshotWith(3);
  expect(await sendPages(snapshot, () => false, TURN)).toEqual({ snapshot });
});

test('given a worker that has not heard a page, then it says so and guesses nothing', async () => {
  const forecaster = new Forecaster();
  forecaster.take({ kind: 'config', config: smallHall() });
  const snapshot = snapshotWith(PAGE_TICKETS + 1);
  const sent = await sendPages(snapshot, () => true, TURN);
  expect(() => estimatedBy(forecaster, sent!)).toThrow('missing');
  expect(await sendPages(snapshot, () => false, TURN)).toBeNull();
});
