import { describe, expect, it } from 'vitest';
import { demoHall } from '../../../drizzle/seed/demo-hall.ts';
import { seededRandom } from '../../../shared/base/seeded-random.ts';
import { lognormal, weighted } from '../../day/chance.ts';
import { killTimes } from '../../day/kills.ts';
import { arrivalMs, arrivalProfile, casesOfTicket, timeMs } from '../../day/profile.ts';
import { managerOf, morningRoster } from '../../day/roster.ts';
import { holdsAll, placeTakes, servingStaff } from '../../day/skills.ts';
import { visitorsOf } from '../../day/visitors.ts';

const date = '2026-11-23';
const profile = arrivalProfile();
const jingzhou = demoHall('jingzhou');
const options = {
  count: 400,
  seed: 7,
  date,
  noShowRate: 0.06,
  abandonRate: 0.03,
  timeFactor: 1,
};

describe('the visitors of a day', () => {
  const visitors = visitorsOf(jingzhou, profile, options);

  it('are the same for the same seed, and others for another', () => {
    expect(visitorsOf(jingzhou, profile, options)).toEqual(visitors);
    expect(visitorsOf(jingzhou, profile, { ...options, seed: 8 })).not.toEqual(visitors);
  });

  it('come in order, within the hours of the profile', () => {
    const times = visitors.map((visitor) => visitor.arrivesMs);
    expect(times).toEqual([...times].sort((left, right) => left - right));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(timeMs('08:30'));
    expect(Math.max(...times)).toBeLessThan(timeMs('17:15'));
  });

  it('want only what somebody of the hall could take at some window', () => {
    const staff = servingStaff(jingzhou, date);
    for (const visitor of visitors) {
      const packageZone = visitor.package === null ? null : visitor.zone;
      const wish = { items: visitor.items, packageZone };
      expect(jingzhou.windows.some((place) => placeTakes(place, wish))).toBe(true);
      expect(staff.some((person) => holdsAll(person, wish))).toBe(true);
    }
  });

  it('miss calls and give up about as often as the data says', () => {
    const share = (count: number) => count / visitors.length;
    expect(share(visitors.filter(({ noShow }) => noShow).length)).toBeCloseTo(0.06, 1);
    expect(share(visitors.filter((one) => one.abandonsAfterMs !== null).length)).toBeCloseTo(
      0.03,
      1,
    );
    expect(share(visitors.filter(({ items }) => items.length > 1).length)).toBeGreaterThan(0.2);
  });

  it('take proportionally shorter services when there are more of them', () => {
    const short = visitorsOf(jingzhou, profile, { ...options, timeFactor: 0.1 });
    const sum = (rows: typeof visitors) =>
      rows.flatMap((row) => row.serviceMs).reduce((a, b) => a + b);
    expect(sum(short) / sum(visitors)).toBeCloseTo(0.1, 5);
  });
});

describe('chance', () => {
  it('draws services with the asked mean and spread', () => {
    const random = seededRandom(1);
    const draws = Array.from({ length: 20_000 }, () => lognormal(random, 10, 0.6));
    const mean = draws.reduce((sum, one) => sum + one, 0) / draws.length;
    const variance = draws.reduce((sum, one) => sum + (one - mean) ** 2, 0) / draws.length;
    expect(mean).toBeCloseTo(10, 0);
    expect(Math.sqrt(variance) / mean).toBeCloseTo(0.6, 1);
  });

  it('never draws a row without weight', () => {
    const rows = [0, 1, 0];
    const indexes = new Set(
      Array.from({ length: 200 }, (_, seed) => {
        const chosen = weighted(seededRandom(seed), rows, (weight) => weight);
        return chosen;
      }),
    );
    expect([...indexes]).toEqual([1]);
  });

  it('follows the profile of arrivals and of cases', () => {
    const random = seededRandom(3);
    const times = Array.from({ length: 4_000 }, () => arrivalMs(profile, 'real-estate', random));
    const peak = times.filter((time) => time >= timeMs('09:00') && time < timeMs('10:00')).length;
    expect(peak / times.length).toBeCloseTo(0.3, 1);
    const cases = Array.from({ length: 4_000 }, () => casesOfTicket(profile, random));
    expect(cases.filter((count) => count === 1).length / cases.length).toBeCloseTo(0.72, 1);
    expect(Math.max(...cases)).toBeLessThanOrEqual(20);
  });
});

describe('who sits where', () => {
  it.each(['jingzhou', 'yantai', 'township'] as const)('%s: nobody at two windows', (code) => {
    const hall = demoHall(code);
    const seats = morningRoster(hall, date);
    const people = seats.map(({ clerk }) => clerk.staffNo);
    expect(new Set(people).size).toBe(people.length);
    expect(people.length).toBe(Math.min(hall.windows.length, servingStaff(hall, date).length));
    expect(managerOf(hall).role).toMatch(/manager/);
  });

  it('jingzhou: nearly all that is wanted is certified for somebody at its windows', () => {
    const seats = morningRoster(jingzhou, date);
    const covered = jingzhou.items.filter((item) => {
      const wish = { items: [item], packageZone: null };
      return seats.some(({ place, clerk }) => placeTakes(place, wish) && holdsAll(clerk, wish));
    });
    const demand = (items: typeof jingzhou.items) =>
      items.reduce((sum, item) => sum + item.popularity, 0);
    expect(demand(covered) / demand(jingzhou.items)).toBeGreaterThan(0.99);
  });
});

describe('when servers are killed', () => {
  it('one at noon, further ones while the hall is open', () => {
    expect(killTimes(0)).toEqual([]);
    expect(killTimes(1)).toEqual([timeMs('12:00')]);
    const five = killTimes(5);
    expect(five).toContain(timeMs('12:00'));
    expect(five).toHaveLength(5);
    for (const time of five) {
      expect(time <= timeMs('12:00') || time >= timeMs('14:00')).toBe(true);
    }
  });
});
