/**
 * The pictures of a hall's own days: waits in every order of calls, what was told and came on the day
 * on which most visitors were asked about, and that day's floor as it was.
 */
import { HOUR_MS, MINUTE_MS } from '../../../shared/base/time.ts';
import { hallTime } from '../../../shared/calendar/business-date.ts';
import type { ObservedDay } from '../../../shared/forecast/observed/observed-day.ts';
import { datesOf } from '../log/read-lines.ts';
import { counted, percent } from '../log/lines.ts';
import type { PlayedLog } from '../log/run-log.ts';
import { POLICY } from '../names.ts';
import { floorPlot, mostWaiting } from './floor-plot.ts';
import { observedFloor } from './observed-floor.ts';
import type { Plot } from './page.ts';
import { plotFilesOf } from './page.ts';
import type { Told } from './told-plot.ts';
import { toldPlot, withinTold } from './told-plot.ts';
import type { WaitsRow } from './waits-plot.ts';
import { mostOf, waitsPlot } from './waits-plot.ts';

/** Name and text of each file, `index.html` last. */
export function logPlotFiles(played: PlayedLog): (readonly [name: string, text: string])[] {
  const { log, cautions } = played;
  const visits = log.days.reduce((sum, { observed }) => sum + observed.tickets.length, 0);
  const whose = `${counted(log.days.length, 'day')} (${datesOf(log)}), ${counted(visits, 'visit')}`;
  const day = dayShown(played);
  const plots = [
    waitsOf(played, whose),
    ...(day ? [...toldOn(played, day), floorOn(played, day)] : []),
  ];
  return plotFilesOf(
    {
      title: "A hall's own days, in other orders of calling",
      about: `${whose}. Minutes from arrival to call. How to read it: docs/for-halls/own-data.md.`,
      cautions,
    },
    plots,
  );
}

function waitsOf({ orders: { orders, model } }: PlayedLog, whose: string): Plot {
  const rows = [...orders].map(([name, figures]): WaitsRow => {
    const { p50Ms, p95Ms, dayMaxMs, meanMs, worse10 } = figures;
    const { low, high } = meanMs;
    return {
      ...{ label: POLICY[name].label, isOurs: name === 'promise', harm10: worse10.value },
      ...{ p50: p50Ms.value / MINUTE_MS, p95: p95Ms.value / MINUTE_MS },
      ...{ dailyMax: dayMaxMs.value / MINUTE_MS, mean: meanMs.value / MINUTE_MS },
      interval: low === null || high === null ? null : [low / MINUTE_MS, high / MINUTE_MS],
    };
  });
  const minutes = (ms: number) => (ms / MINUTE_MS).toFixed(1);
  const mean = (name: 'fifo' | 'promise') => minutes(orders.get(name)?.meanMs.value ?? 0);
  return {
    name: 'waits.svg',
    svg: waitsPlot(
      {
        title: 'Waits in each order of calling',
        below: `${whose}; the same visitors, windows and service times in every order`,
        rows,
      },
      mostOf(rows),
    ),
    sentence:
      `Waits in each order of calling: ${mean('promise')} minutes on average under promises, ` +
      `${mean('fifo')} in strict order. What really happened was ${minutes(model.real.meanMs)}; ` +
      `strict order played again is off by ${minutes(model.errorMs)} for a visitor on average.`,
  };
}

/** The day of which most was told; else the one with most visitors. */
function dayShown({ log, estimates }: PlayedLog): ObservedDay | null {
  const toldOf = ({ date }: ObservedDay) =>
    estimates?.days.find((day) => day.date === date)?.told.length ?? 0;
  return log.days
    .map(({ observed }) => observed)
    .reduce<ObservedDay | null>((best, day) => {
      if (!best) return day;
      const more = toldOf(day) - toldOf(best) || day.tickets.length - best.tickets.length;
      return more > 0 ? day : best;
    }, null);
}

function toldOn({ estimates }: PlayedLog, day: ObservedDay): Plot[] {
  const rows = estimates?.days.find(({ date }) => date === day.date)?.told ?? [];
  if (rows.length === 0) return [];
  const told = rows.map(({ arrivesAt, p50Ms, p90Ms, waitedMs }): Told => ({
    ...{ at: arrivesAt, p50: p50Ms / MINUTE_MS, p90: p90Ms / MINUTE_MS },
    came: waitedMs / MINUTE_MS,
  }));
  return [
    {
      name: 'told.svg',
      svg: toldPlot({
        title: 'What the estimate tells at arrival, and what came',
        below: `${day.date}; learned from the days before alone`,
        ...{ told, range: rangeOf(day), clock: hallTime },
      }),
      sentence:
        `${day.date}: ${withinTold(told)}. Visitors of one day wait for the same reasons; of all days ` +
        `it is ${percent(estimates?.figures.waited.coverage ?? 0)} within the p90.`,
    },
  ];
}

function floorOn({ log }: PlayedLog, day: ObservedDay): Plot {
  const picture = observedFloor(day, log.windows, rangeOf(day));
  const most = mostWaiting(picture.waits);
  return {
    name: 'floor.svg',
    svg: floorPlot(picture, most),
    sentence:
      `${day.date} as it was: what each window served, and below how many waited meanwhile, at most ` +
      `${String(most)} at a time.`,
  };
}

/** From the full hour before the first arrival or opening to the one after the last end. */
function rangeOf({ tickets, services, sessions }: ObservedDay): readonly [number, number] {
  let [from, to] = [Infinity, -Infinity];
  const see = (at: number | null) => {
    if (at === null) return;
    [from, to] = [Math.min(from, at), Math.max(to, at)];
  };
  for (const { queuedAt } of tickets) see(queuedAt);
  for (const { calledAt, endedAt } of services) for (const at of [calledAt, endedAt]) see(at);
  for (const { openedAt } of sessions) see(openedAt);
  if (from > to) return [0, HOUR_MS];
  return [Math.floor(from / HOUR_MS) * HOUR_MS, Math.ceil((to + 1) / HOUR_MS) * HOUR_MS];
}
