/**
 * What the figures of a log cannot carry, in words: few days, few visitors, many rows left out, hardly
 * any wait. A table with three decimals looks as sure after one morning as after a year; somebody who
 * decides by it must be told.
 */
import { MINUTE_MS } from '../../../shared/base/time.ts';
import type { LogDays } from './log-days.ts';
import { counted, percent } from './lines.ts';
import type { EstimateFigures, OrdersPlayed } from './play.ts';

/** The bootstrap by day is too narrow below about ten days. */
const DAYS_GOOD = 10;
/** Below it fewer than ten visitors lie beyond the 95th percentile. */
const VISITS_GOOD = 200;
const LEFT_OUT_GOOD = 0.1;
const WAIT_WORTH_MS = MINUTE_MS;
/** Above it a coverage of 90 % is off by less than about two points. */
const ASKED_GOOD = 1_000;

/** About the log itself; empty where there is enough of it. */
export function logCautions({ kind, days, rows, leftOut }: LogDays): string[] {
  const visits = days.reduce((sum, { observed }) => sum + observed.tickets.length, 0);
  const bad = leftOut.reduce((sum, { count }) => sum + count, 0);
  const found: string[] = [];
  if (days.length === 1) {
    found.push(
      'one day only: no interval can be given, and what differs between orders may be the luck of ' +
        `that day. Take no decision from it; ${String(DAYS_GOOD)} days or more tell`,
    );
    if (kind === 'table') {
      found.push(
        'on a first day nothing is known of how long services take, so "promise" and "shortest ' +
          'first" call in strict order: a table needs a second day to tell them apart',
      );
    }
  } else if (days.length < DAYS_GOOD) {
    found.push(
      `${String(days.length)} days only: intervals drawn from so few are too narrow; ` +
        `${String(DAYS_GOOD)} days or more tell`,
    );
  }
  if (visits < VISITS_GOOD) {
    found.push(
      `${counted(visits, 'visit')} only: the 95th percentile stands on ` +
        `${String(Math.max(1, Math.round(visits / 20)))} of them, and means on little more`,
    );
  }
  if (bad > rows * LEFT_OUT_GOOD) {
    found.push(
      `${percent(bad / rows)} of the rows are left out: whoever is missing waited too, and the ` +
        'queues below are shorter than they were',
    );
  }
  return found;
}

/** About what was played. */
export function playCautions({ model }: OrdersPlayed): string[] {
  if (model.real.visitors === 0) return ['nobody was called: there is nothing to compare'];
  if (model.real.meanMs >= WAIT_WORTH_MS) return [];
  return ['hardly anybody waited: no order of calls can save much here'];
}

/** About the estimate: how far its coverage can be off by chance. */
export function estimateCautions(figures: EstimateFigures | null): string[] {
  if (!figures || figures.asked >= ASKED_GOOD) return [];
  const off = 1.96 * Math.sqrt((0.9 * 0.1) / figures.asked);
  return [
    `${counted(figures.asked, 'visitor')} asked: the share called within p90 can be off by ` +
      `${(off * 100).toFixed(0)} points by chance alone`,
  ];
}
