/** The deck of awkward cases, and what it deals to the visitors. */
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../shared/base/seeded-random.ts';
import { AWKWARD, Deck, sharesOf } from '../../day/awkward.ts';
import { comesAt } from '../../day/appointments.ts';
import { dayOptions, sharesList } from '../../day/options.ts';
import { peopleOf } from '../../day/people.ts';
import { arrivalProfile, timeMs } from '../../day/profile.ts';
import { collectorOf } from '../../day/roster.ts';
import { holds } from '../../day/skills.ts';

const profile = arrivalProfile();
const deckOf = (text: string) => new Deck(sharesOf(text), seededRandom(4));
const times = (count: number, deck: Deck) =>
  Array.from({ length: count }, () => deck.due('hold')).filter(Boolean).length;

describe('shares', () => {
  it('are those of the table unless changed', () => {
    expect(sharesOf('').hold).toBe(AWKWARD.hold.share);
    expect(sharesOf('hold=0.5,undo=0')).toMatchObject({ hold: 0.5, undo: 0, consult: 0.03 });
  });

  it.each(['no-such=0.1', 'hold=2', 'hold=-1', 'hold=', 'hold=many'])('%s is refused', (text) => {
    expect(() => sharesOf(text)).toThrow(/share/);
  });

  it('are listed with their source', () => {
    expect(sharesList()).toMatch(/hold +0\.05 of visits at a window \(scenario clerk 7\)/);
  });

  it('changed by hand make another day of it, which need not have everything', () => {
    expect(dayOptions([], profile).isDefault).toBe(true);
    expect(dayOptions(['--seed', '7'], profile).isDefault).toBe(true);
    expect(dayOptions(['--share', 'hold=0.1'], profile)).toMatchObject({ isDefault: false });
    expect(dayOptions(['--hall', 'township'], profile)).toMatchObject({ isDefault: false });
  });
});

describe('a deck', () => {
  it('deals as often as the share says, the first one early', () => {
    expect(times(1_000, deckOf('hold=0.05'))).toBeGreaterThanOrEqual(50);
    expect(times(1_000, deckOf('hold=0.05'))).toBeLessThanOrEqual(51);
    expect(times(12, deckOf('hold=0.05'))).toBe(1);
  });

  it('deals nothing where the share is none, and always where it is one', () => {
    expect(times(100, deckOf('hold=0'))).toBe(0);
    expect(times(100, deckOf('hold=1'))).toBe(100);
  });

  it('deals again what was given back', () => {
    const deck = deckOf('hold=0.05');
    while (!deck.due('hold'));
    deck.giveBack('hold');
    expect(deck.due('hold')).toBe(true);
    expect(deck.due('hold')).toBe(false);
  });
});

describe('the people of a day', () => {
  const options = dayOptions([], profile);
  const { hall, visitors, seats } = peopleOf(options, profile, '2026-11-23');
  const of = (kind: string) => visitors.filter(({ trait }) => trait?.kind === kind);

  it('are the same for the same options', () => {
    expect(peopleOf(options, profile, '2026-11-23').visitors).toEqual(visitors);
  });

  it('hold every trait, each in about its share', () => {
    expect(of('appointment').length).toBeGreaterThan(visitors.length * 0.18);
    expect(of('appointment').length).toBeLessThan(visitors.length * 0.22);
    const manners = of('appointment').map(({ trait }) =>
      trait?.kind === 'appointment' ? trait.manner : '',
    );
    for (const manner of ['onTime', 'early', 'late', 'missed', 'cancelled']) {
      expect(manners).toContain(manner);
    }
    for (const kind of ['agent', 'pickup', 'divert', 'stepAway']) {
      expect(of(kind).length).toBeGreaterThan(0);
    }
    expect(visitors.some(({ isAccessible }) => isAccessible)).toBe(true);
    expect(visitors.some(({ misses }) => misses === 2)).toBe(true);
    expect(visitors.some(({ misses }) => misses === 3)).toBe(true);
  });

  it('agents bring more cases than one turn takes, with a registration that is valid', () => {
    for (const { items, trait } of of('agent')) {
      expect(items.length).toBeGreaterThan(hall.policy.agentCasesPerTurn);
      const agent = hall.agents.find(
        (row) => trait?.kind === 'agent' && row.agentNo === trait.agentNo,
      );
      expect((agent?.validUntil ?? '') >= '2026-11-23').toBe(true);
    }
  });

  it('whoever fetches a result finds somebody who may hand it out', () => {
    const collector = collectorOf(seats);
    for (const { items } of of('pickup')) {
      expect(collector && items.every((item) => holds(collector, item))).toBe(true);
    }
  });

  it('whoever cancels does so long before the slot', () => {
    for (const { trait, arrivesMs } of of('appointment')) {
      if (trait?.kind !== 'appointment' || trait.manner !== 'cancelled') continue;
      expect(arrivesMs).toBeGreaterThanOrEqual(timeMs('11:30'));
    }
  });
});

describe('when somebody comes for a slot', () => {
  const slotAt = Date.parse('2026-11-23T10:00+08:00');
  const booking = { ticket: 'Y001', token: 't', slotAt, identity: null };
  const minutesLate = (manner: Parameters<typeof comesAt>[1], seed: number) => {
    const at = comesAt(booking, manner, seed);
    return at === null ? null : (at - slotAt) / 60_000;
  };

  it.each([1, 2, 3, 4])('fits the tolerance of the default rules, seed %i', (seed) => {
    expect(minutesLate('onTime', seed)).toBeGreaterThanOrEqual(-15);
    expect(minutesLate('onTime', seed)).toBeLessThanOrEqual(10);
    expect(minutesLate('early', seed)).toBeLessThan(-15);
    expect(minutesLate('late', seed)).toBeGreaterThan(10);
    expect(minutesLate('late', seed)).toBeLessThan(60);
    expect(minutesLate('missed', seed) ?? 61).toBeGreaterThan(60);
    expect(minutesLate('cancelled', seed)).toBeNull();
  });
});
