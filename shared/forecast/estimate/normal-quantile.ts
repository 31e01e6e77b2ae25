/** The inverse of the normal distribution, for tables of lognormal lengths. */

/** Acklam's rational approximation, relative error below 1.2e-9; `p` in (0, 1). */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return ratio(TAIL, TAIL_UNDER, q);
  }
  const q = p - 0.5;
  return q * ratio(MIDDLE, MIDDLE_UNDER, q * q);
}

const MIDDLE = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
];
const MIDDLE_UNDER = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
  1,
];
const TAIL = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734,
  4.374664141464968, 2.938163982698783,
];
const TAIL_UNDER = [
  0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1,
];

function ratio(over: readonly number[], under: readonly number[], x: number): number {
  const value = (terms: readonly number[]) => terms.reduce((sum, term) => sum * x + term, 0);
  return value(over) / value(under);
}
