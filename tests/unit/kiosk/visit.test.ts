// One visitor's way through the kiosk, as pure moves: choose, go back, add, remove, start over.
import { describe, expect, test } from 'vitest';
import { itemCode, packageCode, ticketId, zoneCode } from '../../../shared/base/ids.ts';
import type { Package } from '../../../shared/hall/config.ts';
import type { Place, Visit } from '../../../display/kiosk/visit.ts';
import {
  FRESH_VISIT,
  chooseItem,
  choosePackage,
  claimClass,
  countItem,
  dropItem,
  goBack,
  goTo,
  isFresh,
  showTicket,
  startOver,
  stayAt,
  tickBrought,
} from '../../../display/kiosk/visit.ts';

const A = itemCode('SC001');
const B = itemCode('SC002');
const matters: Place = {
  at: 'matters',
  zone: zoneCode('legal-person'),
  tab: 'popular',
  department: null,
  page: 0,
};
const pack: Package = {
  code: packageCode('PK01'),
  name: { 'zh-Hans': '开办企业', 'zh-Hant': '開辦企業', en: 'Starting a company' },
  zone: zoneCode('legal-person'),
  items: [A, B],
  promisedWorkingDays: 1,
};
const inMatters = goTo(FRESH_VISIT, matters);
const chosen = (visit: Visit) => visit.basket.items;

describe('choosing', () => {
  test('one touch on an item leads to the confirmation: the third step', () => {
    const visit = chooseItem(inMatters, A);
    expect(visit.place.at).toBe('confirm');
    expect(chosen(visit)).toEqual([A]);
  });

  test('back from a wrong item takes it out again: one case, not two', () => {
    const back = goBack(chooseItem(inMatters, A));
    expect(back.place).toEqual(matters);
    expect(chosen(chooseItem(back, B))).toEqual([B]);
  });

  test('several items stay together when the visitor adds one', () => {
    const adding = goTo(chooseItem(inMatters, A), matters);
    const both = chooseItem(adding, B);
    expect(chosen(both)).toEqual([A, B]);
    expect(chosen(goBack(both))).toEqual([A]);
  });

  test('the same item is in the basket once', () => {
    expect(chosen(chooseItem(chooseItem(inMatters, A), A))).toEqual([A]);
  });

  test('what was removed stays removed, whatever back leads to', () => {
    const both = chooseItem(goTo(chooseItem(inMatters, A), matters), B);
    expect(chosen(goBack(dropItem(both, A)))).toEqual([]);
  });

  test('a package brings its items and its name, until the last of them is gone', () => {
    const visit = choosePackage(inMatters, pack);
    expect(visit.basket).toEqual({ items: [A, B], package: pack.code });
    expect(dropItem(visit, A).basket.package).toBe(pack.code);
    expect(dropItem(dropItem(visit, A), B).basket.package).toBeNull();
  });

  test('visitor 9: back from the choice of a class is back at the ticket, nothing forgotten', () => {
    const ticket = chooseItem(inMatters, A);
    const choosing = stayAt(ticket, { at: 'confirm', choosingClass: true, page: 1 });
    expect(goBack(choosing)).toEqual(ticket);
  });

  test('tabs, pages and letters are no steps of their own', () => {
    const paged = stayAt(inMatters, { ...matters, page: 3 });
    expect(goBack(paged)).toEqual(FRESH_VISIT);
  });
});

describe('what is said besides', () => {
  test('a result is fetched alone: another choice takes the place of the first', () => {
    const pickup = { of: '2026-11-20/B012-1', readyAt: null };
    const collecting = chooseItem({ ...inMatters, pickup }, A);
    expect(chosen(chooseItem(collecting, B))).toEqual([B]);
  });

  test('visitor 6: an agent counts cases of one item; with the last it is out', () => {
    const twice = countItem(chooseItem({ ...inMatters, agent: 'DB001' }, A), A, 1, 20);
    expect(chosen(twice)).toEqual([A, A]);
    expect(chosen(countItem(twice, A, -1, 20))).toEqual([A]);
    expect(chosen(countItem(countItem(twice, A, -1, 20), A, -1, 20))).toEqual([]);
  });

  test('visitor 6: a ticket that is full takes no further case, and still gives one back', () => {
    const two = countItem(chooseItem({ ...inMatters, agent: 'DB001' }, A), A, 1, 2);
    expect(chosen(countItem(two, A, 1, 2))).toEqual([A, A]);
    expect(chosen(countItem(two, A, -1, 2))).toEqual([A]);
  });

  test('materials are ticked in their own order, and unticked', () => {
    const ticked = tickBrought(tickBrought(inMatters, A, 2), A, 0);
    expect(ticked.brought[A]).toEqual([0, 2]);
    expect(tickBrought(ticked, A, 2).brought[A]).toEqual([0]);
  });

  test('a class goes with how it was shown, and both go with the visitor', () => {
    const claimed = claimClass(inMatters, 'ELD', 'id-card');
    expect(claimed).toMatchObject({ priorityClass: 'ELD', evidence: 'id-card' });
    expect(claimClass(claimed, null, 'id-card').evidence).toBeNull();
    expect(startOver(claimed)).toEqual(FRESH_VISIT);
  });
});

describe('ending', () => {
  const taken = { ticket: ticketId('A001'), token: 'token', ahead: 0, basket: FRESH_VISIT.basket };

  test('after the ticket nothing can be sent again, and back starts over', () => {
    const visit = showTicket(chooseItem(inMatters, A), taken);
    expect(chosen(visit)).toEqual([]);
    expect(goBack(visit)).toEqual(FRESH_VISIT);
  });

  test('starting over keeps language and comfort, and no more', () => {
    const large: Visit = { ...chooseItem(inMatters, A), isLarge: true, language: 'en' };
    expect(startOver(large)).toEqual({ ...FRESH_VISIT, isLarge: true, language: 'en' });
  });

  test('only an untouched kiosk is fresh', () => {
    expect(isFresh(FRESH_VISIT)).toBe(true);
    expect(isFresh({ ...FRESH_VISIT, isLow: true })).toBe(false);
    expect(isFresh(inMatters)).toBe(false);
  });
});
