import { describe, expect, it } from 'vitest';
import { percentile } from '../../day/checks/latency.ts';
import { figuresOf, lineOf } from '../../day/figures.ts';
import { findings } from '../../day/history.ts';
import { goodHistory, goodScreen, press, stream, GOOD_EVENTS } from './good-day.ts';

const planned = { visitors: 2, kills: 0, killsDone: 0, alone: true, isWhole: false };
const line = (history: ReturnType<typeof goodHistory>, name: string, plan = planned) =>
  figuresOf(findings(history), plan)
    .map(lineOf)
    .find((text) => text.startsWith(`${name} `));

describe('figures', () => {
  it('tell value, goal and whether it is met, one a line', () => {
    expect(line(goodHistory(), 'issued')).toBe('issued 2 2 met');
    expect(line(goodHistory(), 'finished')).toBe('finished 1 1 met');
    expect(line(goodHistory(), 'lost')).toBe('lost 0 0 met');
  });

  it('a visitor without a ticket misses the goal', () => {
    expect(line(goodHistory(), 'issued', { ...planned, visitors: 3 })).toBe('issued 2 3 missed');
  });

  it('a number that is missing misses the goal', () => {
    const events = stream(GOOD_EVENTS.filter((event) => event['number'] !== 1));
    expect(line(goodHistory({ events }), 'numbers-missing')).toBe('numbers-missing 1 0 missed');
  });

  it('measure from the press to the message of the screen', () => {
    const presses = [press('c6', 'callNext', { seq: 6, ticket: 'B001', callSeq: 1 })];
    expect(line(goodHistory({ presses }), 'p99-press-to-screen-ms')).toBe(
      'p99-press-to-screen-ms 60 <=300 met',
    );
  });

  it('count presses that met a kill apart', () => {
    const presses = [press('c6', 'callNext', { seq: 6, ticket: 'B001', callSeq: 1 })];
    const sessions = [
      { views: [{ seq: 5, atMs: 40 }], closedMs: 51 },
      { views: [{ seq: 6, atMs: 60 }], closedMs: null },
    ];
    const history = goodHistory({ presses, killsMs: [50], screens: [goodScreen({ sessions })] });
    expect(line(history, 'press-to-screen-samples')).toBe('press-to-screen-samples 0 - met');
    expect(line(history, 'press-to-screen-through-a-kill-ms')).toBe(
      'press-to-screen-through-a-kill-ms 60 <=5000 met',
    );
  });

  it('percentiles by nearest rank', () => {
    const list = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(percentile(list, 0.5)).toBe(50);
    expect(percentile(list, 0.99)).toBe(99);
    expect(percentile([], 0.99)).toBe(0);
  });
});
