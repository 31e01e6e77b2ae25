/** Waits by policy: the median to the 95th percentile as a bar, the mean, and the mean daily maximum. */
import type { Figures } from '../../../shared/forecast/simulation/metrics.ts';
import { COLOURS, FAINT, INK, MUTED, bar, dot, line, picture, text, ticks } from './svg.ts';

const WIDTH = 900;
const LEFT = 190;
const RIGHT = 110;
const TOP = 84;
const ROW = 38;

export function waitsPlot(
  scenario: string,
  rows: readonly (readonly [name: string, figures: Figures])[],
): string {
  const most = Math.max(...rows.map(([, { p95, dailyMax }]) => Math.max(p95, dailyMax)));
  const steps = ticks(most);
  const end = steps.at(-1) ?? most;
  const x = (minutes: number) => LEFT + (minutes / end) * (WIDTH - LEFT - RIGHT);
  const bottom = TOP + rows.length * ROW;
  const marks = steps.flatMap((step) => [
    line([x(step), TOP - 8], [x(step), bottom], FAINT),
    text(x(step), bottom + 18, String(step), { anchor: 'middle', colour: MUTED }),
  ]);
  for (const [index, [name, figures]] of rows.entries()) {
    const y = TOP + index * ROW + ROW / 2;
    const isOurs = name === 'promise';
    const colour = isOurs ? (COLOURS[1] ?? INK) : (COLOURS[0] ?? INK);
    const { p50, p95, mean, dailyMax } = figures;
    marks.push(
      text(LEFT - 12, y + 4, name, { anchor: 'end', weight: isOurs ? 700 : 400 }),
      bar({ left: x(p50), top: y - 9, width: x(p95) - x(p50), height: 18 }, colour, 0.35),
      line([x(dailyMax), y - 11], [x(dailyMax), y + 11], INK, 2),
      dot([x(mean), y], 5, colour),
      text(x(Math.max(p95, dailyMax)) + 8, y + 4, `mean ${mean.toFixed(1)}`, { colour: MUTED }),
    );
  }
  marks.push(
    text(24, 54, 'bar: median to 95th percentile · dot: mean · line: mean daily maximum', {
      colour: MUTED,
    }),
    text(x(end / 2), bottom + 40, 'minutes waited', { anchor: 'middle' }),
  );
  return picture(WIDTH, bottom + 56, `${scenario}: waits by policy`, marks);
}
