/**
 * Who sits where in the morning: one clerk at each window, chosen so that as much as possible of
 * what visitors want is certified for somebody at a window that takes it, much wanted items at more
 * than one. A climb from a greedy start; the same seed gives the same roster.
 */
import { pick, seededRandom } from '../../shared/base/seeded-random.ts';
import type { HallConfig, Staff, WindowPlace } from '../../shared/hall/config.ts';
import { holds, placeTakes, servingStaff } from './skills.ts';

const CLIMB_STEPS = 1_500;
/** What a first, second and third window for an item is worth. */
const WORTH = [0, 1, 1.25, 1.4, 1.45];
const HOME_WORTH = 0.002;

export interface Seat {
  readonly place: WindowPlace;
  readonly clerk: Staff;
}

/** The morning's seats; a collection window gets whoever is left, the most able first. */
export function morningRoster(hall: HallConfig, date: string, seed = 1): Seat[] {
  const places = hall.windows.filter((place) => place.kind !== 'collection');
  const staff = servingStaff(hall, date);
  const value = seatValues(hall, places, staff);
  const random = seededRandom(seed);
  const seats = greedy(places, staff, value);
  let best = value.ofAll(seats);
  for (let step = 0; step < CLIMB_STEPS && seats.length > 0; step += 1) {
    const one = Math.floor(random() * seats.length);
    const clerk = Math.floor(random() * staff.length);
    const before = [...seats];
    const other = seats.indexOf(clerk);
    if (other >= 0) seats[other] = seats[one] ?? -1;
    seats[one] = clerk;
    const now = value.ofAll(seats);
    if (now > best) best = now;
    else seats.splice(0, seats.length, ...before);
  }
  const seated = seats.flatMap((clerk, index) => {
    const place = places[index];
    const person = staff[clerk];
    return place && person ? [{ place, clerk: person }] : [];
  });
  return [...seated, ...collectionSeats(hall, staff, seated)];
}

function collectionSeats(
  hall: HallConfig,
  staff: readonly Staff[],
  seated: readonly Seat[],
): Seat[] {
  const left = staff
    .filter((person) => !seated.some(({ clerk }) => clerk === person))
    .map((clerk) => ({ clerk, items: hall.items.filter((item) => holds(clerk, item)).length }))
    .sort((one, other) => other.items - one.items);
  return hall.windows
    .filter(({ kind }) => kind === 'collection')
    .flatMap((place, index) => {
      const found = left[index];
      return found ? [{ place, clerk: found.clerk }] : [];
    });
}

/** Who hands results out in the morning; null where nobody does. */
export function collectorOf(seats: readonly Seat[]): Staff | null {
  return seats.find(({ place }) => place.kind === 'collection')?.clerk ?? null;
}

interface Values {
  ofAll(seats: readonly number[]): number;
}

/** Worth of a seating: demand covered, with a small preference for the home zone. */
function seatValues(
  hall: HallConfig,
  places: readonly WindowPlace[],
  staff: readonly Staff[],
): Values {
  const total = hall.items.reduce((sum, item) => sum + item.popularity, 0) || 1;
  /** An item hardly ever wanted still counts a little: it should be on offer. */
  const worth = hall.items.map((item) => item.popularity / total + 1 / hall.items.length);
  const skills = staff.map((person) => hall.items.map((item) => holds(person, item)));
  const takes = places.map((place) =>
    hall.items.flatMap((item, index) =>
      placeTakes(place, { items: [item], packageZone: null }) ? [index] : [],
    ),
  );
  return {
    ofAll(seats) {
      const covered = new Uint8Array(hall.items.length);
      let value = 0;
      seats.forEach((clerk, index) => {
        const able = skills[clerk];
        for (const item of takes[index] ?? []) if (able?.[item]) covered[item]! += 1;
        if (isHome(staff[clerk], places[index])) value += HOME_WORTH;
      });
      covered.forEach((count, item) => {
        value += (worth[item] ?? 0) * (WORTH[Math.min(count, WORTH.length - 1)] ?? 0);
      });
      return value;
    },
  };
}

function isHome(clerk: Staff | undefined, place: WindowPlace | undefined): boolean {
  if (!clerk || !place || place.zones === 'all') return false;
  return place.zones.some((zone) => zone === clerk.homeZone);
}

/** Window by window the clerk who adds most; a window without anybody left stays empty (-1). */
function greedy(places: readonly WindowPlace[], staff: readonly Staff[], value: Values): number[] {
  const seats = places.map(() => -1);
  places.forEach((_, index) => {
    const free = staff.map((_person, clerk) => clerk).filter((clerk) => !seats.includes(clerk));
    const worthOf = (clerk: number) => value.ofAll(seats.with(index, clerk));
    const [first] = free.sort((left, right) => worthOf(right) - worthOf(left));
    if (first !== undefined) seats[index] = first;
  });
  return seats;
}

/** Any one of the hall's managers, the highest first. */
export function managerOf(hall: HallConfig): Staff {
  const roles = ['hall-manager', 'duty-manager'];
  for (const role of roles) {
    const found = hall.staff.filter((person) => person.role === role);
    if (found.length > 0) return pick(() => 0, found);
  }
  throw new Error(`the hall ${hall.hall} has no manager`);
}
