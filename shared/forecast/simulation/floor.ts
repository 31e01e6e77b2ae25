/**
 * What the engine knows of a hall: windows with their clerks, kinds of visit, and who may do what how
 * fast. Tables are flat, `window × kinds + kind`, so that a rollout touches little memory. A kind is
 * whatever visitors have in common for the order: an item, or the items of one visit together.
 */

/** From when until when a window calls; the last one may end at Infinity. Instants in ms. */
export type Shift = readonly [fromAt: number, untilAt: number];

export interface Floor {
  readonly windows: number;
  readonly kinds: number;
  /** 1 where the window's clerk is certified for the kind and the furniture allows it. */
  readonly may: Uint8Array;
  /** 1 where the kind belongs to the window's own zones. */
  readonly own: Uint8Array;
  /** Learned mean of the service, ms, > 0: what a real hall knows. */
  readonly expectedMs: Float64Array;
  /** True service time per ms of the visitor's own draw: speed of the clerk × penalty. */
  readonly factor: Float64Array;
  /** How many kinds each window may take; the fewer, the sooner it gets a free choice. */
  readonly skills: Int32Array;
  /** When each window calls, in order and without overlap. */
  readonly shifts: readonly (readonly Shift[])[];
  /** What a number that nobody answers costs the window. */
  readonly noShowMs: number;
}

/** A floor where every window may do everything at the same speed; tables are then filled in. */
export function plainFloor(windows: number, kinds: number, noShowMs: number): Floor {
  const size = windows * kinds;
  return {
    windows,
    kinds,
    may: new Uint8Array(size).fill(1),
    own: new Uint8Array(size).fill(1),
    expectedMs: new Float64Array(size).fill(1),
    factor: new Float64Array(size).fill(1),
    skills: new Int32Array(windows).fill(kinds),
    shifts: Array.from({ length: windows }, () => [[-Infinity, Infinity] as const]),
    noShowMs,
  };
}
