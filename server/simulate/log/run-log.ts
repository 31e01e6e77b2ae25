/**
 * `npm run simulate -- --log FILE`: reads a log, plays its days in every order of calls and asks the
 * estimate about its visitors. Prints what was read and assumed before any figure, so that whoever
 * reads the figures knows what they stand on.
 */
import { logDays } from './log-days.ts';
import type { LogDays } from './log-days.ts';
import type { LogOptions } from './options.ts';
import type { EstimateFigures, OrdersPlayed } from './play.ts';
import { playEstimates, playOrders } from './play.ts';
import { estimateLines, modelLines, orderLines, readLines } from './report.ts';

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
  readonly windows: readonly string[];
  readonly model: OrdersPlayed['model'];
  readonly orders: Readonly<Record<string, unknown>>;
  readonly estimate: EstimateFigures | null;
}

/** Runs it; refuses by a \`SetupError\` with one sentence. */
export function runLog(options: LogOptions, { say, progress }: LogScreen): LogFigures {
  progress('reading', 0);
  const log = logDays(options);
  for (const line of readLines(log)) say(line);
  say('');
  const played = playOrders(log, (done, all) => progress('orders', done / all));
  for (const line of [...modelLines(played.model), '', ...orderLines(played), '']) say(line);
  const estimate = playEstimates(log, options.estimates, (done, all) =>
    progress('estimates', done / all),
  );
  for (const line of estimateLines(estimate)) say(line);
  return {
    ...{ file: options.file, kind: log.kind, rows: log.rows, windows: log.windows },
    days: log.days.map(({ observed }) => observed.date),
    ...{ leftOut: log.leftOut, assumed: log.assumed },
    ...{ model: played.model, orders: Object.fromEntries(played.orders), estimate },
  };
}
