/**
 * `npm run simulate -- --log FILE`: reads a log, plays its days in every order of calls and asks the
 * estimate about its visitors. Prints what was read and assumed before any figure, so that whoever
 * reads the figures knows what they stand on.
 */
import { estimateCautions, logCautions, playCautions } from './cautions.ts';
import { logDays } from './log-days.ts';
import type { LogDays } from './log-days.ts';
import type { LogOptions } from './options.ts';
import type { EstimateFigures, EstimatesPlayed, OrdersPlayed } from './play.ts';
import { playEstimates, playOrders } from './play.ts';
import { readLines } from './read-lines.ts';
import { estimateLines, modelLines, orderLines } from './report.ts';

export interface LogScreen {
  readonly say: (line: string) => void;
  /** A part of the work, 0 to 1; what is shown of it is the screen's matter. */
  readonly progress: (what: string, share: number) => void;
}

/** Everything that a run found, as `--json` writes it. */
export interface LogFigures {
  readonly file: string;
  readonly kind: LogDays['kind'];
  readonly days: readonly string[];
  readonly rows: number;
  readonly leftOut: LogDays['leftOut'];
  readonly assumed: LogDays['assumed'];
  readonly columns: LogDays['header'];
  /** What the figures cannot carry, in words. */
  readonly cautions: readonly string[];
  readonly windows: readonly string[];
  readonly model: OrdersPlayed['model'];
  readonly orders: Readonly<Record<string, unknown>>;
  readonly estimate: EstimateFigures | null;
}

/** A log with what was played of it. */
export interface PlayedLog {
  readonly file: string;
  readonly log: LogDays;
  readonly orders: OrdersPlayed;
  readonly estimates: EstimatesPlayed | null;
  readonly cautions: readonly string[];
}

/** Runs it; refuses by a `SetupError` with one sentence. */
export function runLog(options: LogOptions, { say, progress }: LogScreen): PlayedLog {
  const warn = (cautions: readonly string[]) => {
    for (const caution of cautions) say(`MIND: ${caution}`);
    return cautions;
  };
  const { file } = options;
  progress('reading', 0);
  const log = logDays(options);
  for (const line of readLines(log)) say(line);
  const about = warn(logCautions(log));
  say('');
  const orders = playOrders(log, (done, all) => progress('orders', done / all));
  for (const line of modelLines(orders.model)) say(line);
  const played = warn(playCautions(orders));
  for (const line of ['', ...orderLines(orders), '']) say(line);
  const estimates = playEstimates(log, options.estimates, (done, all) =>
    progress('estimates', done / all),
  );
  for (const line of estimateLines(estimates?.figures ?? null)) say(line);
  const told = warn(estimateCautions(estimates?.figures ?? null));
  return { file, log, orders, estimates, cautions: [...about, ...played, ...told] };
}

/** Everything that was found, as `--json` writes it. */
export function logFigures({ file, log, orders, estimates, cautions }: PlayedLog): LogFigures {
  return {
    ...{ file, kind: log.kind, rows: log.rows, windows: log.windows },
    days: log.days.map(({ observed }) => observed.date),
    ...{ leftOut: log.leftOut, assumed: log.assumed, columns: log.header, cautions },
    ...{ model: orders.model, orders: Object.fromEntries(orders.orders) },
    estimate: estimates?.figures ?? null,
  };
}
