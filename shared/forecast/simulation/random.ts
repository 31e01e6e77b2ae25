/**
 * Seeded chance for simulations: sfc32 (Chris Doty-Humphrey, PractRand), fast and of full quality for
 * this use. A stream is made from numbers (seed, purpose …), so that each purpose has its own draws
 * and a change of one leaves the others as they were: common random numbers across policies.
 */

/** A stream of draws. */
export class Chance {
  #a = 0;
  #b = 0;
  #c = 0;
  #count = 1;
  #spare: number | null = null;

  /** The same parts give the same stream on every machine; parts are integers. */
  constructor(...parts: readonly number[]) {
    this.reseed(...parts);
  }

  /** Starts over as the stream of these parts. */
  reseed(...parts: readonly number[]): void {
    let hash = 0x9e3779b9;
    for (const part of parts) {
      hash = Math.imul(hash ^ (part | 0), 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
      hash ^= hash >>> 16;
    }
    this.#a = hash | 0;
    this.#b = Math.imul(hash, 0x27d4eb2f) | 0;
    this.#c = Math.imul(hash ^ 0x165667b1, 0x9e3779b1) | 0;
    this.#count = 1;
    this.#spare = null;
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** Even in [0, 1). */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  /** True with this probability. */
  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** An integer from 0 to `count` − 1, each equally likely. */
  index(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** Standard normal (Marsaglia's polar method, two at a time). */
  normal(): number {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return spare;
    }
    for (;;) {
      const x = 2 * this.next() - 1;
      const y = 2 * this.next() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spare = y * scale;
      return x * scale;
    }
  }

  /** Mean 1 with this standard deviation of the logarithm. */
  lognormal(sigma: number): number {
    return Math.exp(sigma * this.normal() - (sigma * sigma) / 2);
  }

  /** Mean 1 with this coefficient of variation (Marsaglia and Tsang 2000; shape ≥ 1 or boosted). */
  gamma(cv: number): number {
    const shape = 1 / (cv * cv);
    const boosted = shape < 1 ? shape + 1 : shape;
    const d = boosted - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const even = 1 - this.next();
      if (Math.log(even) >= (x * x) / 2 + d - d * v + d * Math.log(v)) continue;
      const boost = shape < 1 ? Math.pow(1 - this.next(), 1 / shape) : 1;
      return (d * v * boost) / shape;
    }
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -Math.log(1 - this.next());
  }

  /** How many events of a Poisson process with this mean; by counting gaps, for means ≤ 500. */
  poisson(mean: number): number {
    let count = 0;
    for (let sum = this.exponential(); sum < mean; sum += this.exponential()) count += 1;
    return count;
  }
}

/** The standard deviation of the logarithm of a lognormal with this cv: sigma² = ln(1 + cv²). */
export function sigmaOf(cv: number): number {
  return Math.sqrt(Math.log(1 + cv * cv));
}
