/** A simulated day with walls between the zones and somebody who moves windows, or nobody. */
import { MINUTE_MS } from '../../../base/time.ts';
import { pick } from '../../../hall/routing/pick.ts';
import type { DrawnDay } from '../../simulation/day-draw.ts';
import { Engine } from '../../simulation/engine.ts';
import type { HallModel } from '../../simulation/hall-model.ts';
import { MOVER_OPTIONS, Mover } from './movers.ts';
import type { MoverName, MoverOptions } from './movers.ts';

export interface MoverDay {
  readonly seed: number;
  readonly waitMinutes: Float64Array;
  readonly moves: number;
  /** Ways back that nobody had to decide. */
  readonly returns: number;
}

/** Runs the day until everybody is served, in strict order. */
export function runMoverDay(
  hall: HallModel,
  day: DrawnDay,
  name: MoverName,
  options: MoverOptions = MOVER_OPTIONS,
): MoverDay {
  for (const visitor of day.visitors) {
    visitor.reset();
    visitor.orderKey = visitor.placeAt;
  }
  const mover = new Mover(hall, day, name, options);
  const { may, own } = day.floor;
  const floor = { ...day.floor, may: new Uint8Array(may), own: new Uint8Array(own) };
  mover.wall(floor);
  const engine = new Engine(floor, {
    choose: (queue, desk, at) => pick(queue, desk, { kind: 'strict' }, at),
    promiseSlackMs: null,
    overflowAfterMs: 0,
    control: mover,
  });
  engine.run(day.visitors, 0);
  const waitMinutes = Float64Array.from(day.visitors, ({ calledAt, arrivesAt }) =>
    calledAt < 0 ? 0 : (calledAt - arrivesAt) / MINUTE_MS,
  );
  return { seed: day.seed, waitMinutes, moves: mover.moves, returns: mover.returns };
}
