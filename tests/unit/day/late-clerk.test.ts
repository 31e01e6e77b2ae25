import { describe, expect, test } from 'vitest';
import { demoHall } from '../../../drizzle/seed/demo-hall.ts';
import { must } from '../../../shared/base/assert.ts';
import { mostMissed } from '../../day/late-clerk.ts';
import { morningRoster } from '../../day/roster.ts';
import { holds } from '../../day/skills.ts';

const DATE = '2026-09-01';

describe('the clerk who comes late', () => {
  test('leaves a hole in what the hall can do until then', () => {
    const hall = demoHall('jingzhou');
    const seats = morningRoster(hall, DATE);
    const late = must(mostMissed(hall, seats), 'a seat');
    const others = seats.filter((seat) => seat !== late);
    const canAll = hall.items.every((item) => seats.some(({ clerk }) => holds(clerk, item)));
    expect(canAll).toBe(true);
    const hole = hall.items.filter((item) => !others.some(({ clerk }) => holds(clerk, item)));
    expect(hole.length).toBeGreaterThan(0);
    expect(late.place.kind).not.toBe('collection');
  });

  test('is nobody in a hall of two windows', () => {
    const hall = demoHall('township');
    expect(mostMissed(hall, morningRoster(hall, DATE))).toBeNull();
  });
});
