/**
 * The one clock of the process. The hall's time follows the monotonic clock from the instant at which
 * the process started, so a wall clock that is set while we run moves nothing: a jump of more than
 * `JUMP_MS` is held back until a manager confirms it. A demo's clock may start anywhere and run fast.
 */
const JUMP_MS = 60_000;

export interface HallClock {
  /** The hall's time, epoch ms. */
  now(): number;
  readonly speed: number;
  /** How far the wall clock has jumped away, ms; 0 when they agree or the clock is a demo's. */
  jumpMs(): number;
  /** Follows the wall clock from now on. */
  confirmJump(): void;
}

/** The clock that follows this machine's. */
export function wallClock(): HallClock {
  let offset = Date.now() - performance.now();
  const jump = () => Date.now() - performance.now() - offset;
  return {
    speed: 1,
    now() {
      // Small corrections (NTP) are followed, a jump is held.
      if (Math.abs(jump()) < JUMP_MS) offset += jump();
      return Math.round(performance.now() + offset);
    },
    jumpMs: () => (Math.abs(jump()) < JUMP_MS ? 0 : Math.round(jump())),
    confirmJump() {
      offset += jump();
    },
  };
}

/**
 * A clock from `2026-11-23T08:20+08:00x60`: it stood there at the wall instant `originMs` and runs 60
 * times as fast. The origin is kept by the caller, so that a restarted server's clock goes on.
 */
export function demoClock(spec: string, originMs: number): HallClock {
  const [, startText = '', speedText = '1'] = /^(.+?)(?:x(\d+(?:\.\d+)?))?$/.exec(spec) ?? [];
  const startMs = Date.parse(startText);
  const speed = Number(speedText);
  if (Number.isNaN(startMs) || !(speed > 0) || speed > 10_000) {
    throw new Error(`HALL_CLOCK is not an instant with a speed: ${spec}`);
  }
  const wall = wallClock();
  return {
    speed,
    now: () => Math.round(startMs + (wall.now() - originMs) * speed),
    jumpMs: () => 0,
    confirmJump: () => undefined,
  };
}
