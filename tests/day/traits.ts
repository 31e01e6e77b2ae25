/**
 * What makes a visitor awkward before any window: an appointment, an agent's batch, a result to
 * fetch, a terminal instead of a ticket, a low window, stepping away, missing two or three calls.
 * Dealt out over the visitors in the order of their coming; each gets one of them at most.
 */
import { pick } from '../../shared/base/seeded-random.ts';
import type { Random } from '../../shared/base/seeded-random.ts';
import type { HallConfig, ServiceItem, Staff } from '../../shared/hall/config.ts';
import type { Deck } from './awkward.ts';
import { between } from './chance.ts';
import { timeMs } from './profile.ts';
import { holds } from './skills.ts';
import type { Visitor } from './visitors.ts';

const BATCH_MIN = 6;
const BATCH_MAX = 9;
/** Cases that are all alike go quicker. */
const BATCH_PACE = 0.25;
/** A slot so late in the day leaves time to give it back. */
const CANCEL_SLOT_MS = timeMs('11:30');
const MINUTE_MS = 60_000;

export type Manner = 'onTime' | 'early' | 'late' | 'missed' | 'cancelled';

export type Trait =
  | { readonly kind: 'appointment'; readonly manner: Manner; readonly isAhead: boolean }
  | { readonly kind: 'agent'; readonly agentNo: string }
  | { readonly kind: 'pickup'; readonly of: string | null }
  | { readonly kind: 'divert'; readonly terminal: number }
  | { readonly kind: 'stepAway'; readonly afterMs: number };

export interface TraitParts {
  readonly hall: HallConfig;
  readonly date: string;
  /** Who hands results out today; null where nobody does. */
  readonly collector: Staff | null;
  readonly deck: Deck;
  readonly random: Random;
}

/** The visitors with their traits, in the same order. */
export function withTraits(visitors: readonly Visitor[], parts: TraitParts): Visitor[] {
  return visitors.map((visitor) => withMisses(withTrait(visitor, parts), parts.deck));
}

function withTrait(visitor: Visitor, parts: TraitParts): Visitor {
  const { deck } = parts;
  const one =
    appointed(visitor, parts) ??
    asAgent(visitor, parts) ??
    fetching(visitor, parts) ??
    diverted(visitor, parts);
  if (one) return one;
  if (deck.due('accessible')) return { ...visitor, isAccessible: true };
  if (!deck.due('step-away')) return visitor;
  const trait = { kind: 'stepAway', afterMs: between(parts.random, 1, 3) * MINUTE_MS } as const;
  return { ...visitor, trait, opensPhone: true };
}

/** Comes back, and is not there again: twice, or three times until the number is void. */
function withMisses(visitor: Visitor, deck: Deck): Visitor {
  if ((visitor.noShow?.backAfterMs ?? null) === null) return visitor;
  if (deck.due('third-miss')) return { ...visitor, misses: 3 };
  return deck.due('second-miss') ? { ...visitor, misses: 2 } : visitor;
}

function appointed(visitor: Visitor, { hall, deck }: TraitParts): Visitor | null {
  const isBookable = hall.slots.some((row) => row.zone === visitor.zone && !row.items);
  if (!isBookable || !deck.due('appointment')) return null;
  const trait = {
    kind: 'appointment',
    manner: mannerOf(visitor, deck),
    isAhead: deck.due('booked-ahead'),
  } as const;
  const isPhone = trait.manner === 'cancelled' || visitor.opensPhone;
  // Whoever has an appointment does not give up while waiting for it.
  return { ...visitor, trait, class: null, abandonsAfterMs: null, opensPhone: isPhone };
}

function mannerOf({ arrivesMs }: Visitor, deck: Deck): Manner {
  if (deck.due('appointment-missed')) return 'missed';
  if (deck.due('appointment-late')) return 'late';
  if (deck.due('appointment-early')) return 'early';
  if (!deck.due('appointment-cancelled')) return 'onTime';
  if (arrivesMs >= CANCEL_SLOT_MS) return 'cancelled';
  deck.giveBack('appointment-cancelled');
  return 'onTime';
}

function asAgent(visitor: Visitor, { hall, date, deck, random }: TraitParts): Visitor | null {
  const agents = hall.agents.filter(({ validUntil }) => validUntil >= date);
  const [item] = visitor.items;
  if (agents.length === 0 || !item || visitor.package !== null || !deck.due('agent')) return null;
  const count = Math.floor(between(random, BATCH_MIN, BATCH_MAX + 1));
  const each = (visitor.serviceMs[0] ?? 0) * BATCH_PACE;
  return {
    ...visitor,
    trait: { kind: 'agent', agentNo: pick(random, agents).agentNo },
    items: Array.from({ length: count }, () => item),
    serviceMs: Array.from({ length: count }, () => each),
    zone: item.zone,
    class: null,
  };
}

function fetching(visitor: Visitor, parts: TraitParts): Visitor | null {
  const { collector, deck, random } = parts;
  const items = collectable(parts.hall, collector);
  if (items.length === 0 || visitor.package !== null || !deck.due('pick-up')) return null;
  const item = pick(random, items);
  const serviceMs = [between(random, 1, 4) * MINUTE_MS];
  return {
    ...visitor,
    ...{
      trait: { kind: 'pickup', of: null },
      items: [item],
      serviceMs,
      zone: item.zone,
      class: null,
    },
  };
}

/** What can be fetched at a collection window from that clerk. */
export function collectable(hall: HallConfig, collector: Staff | null): ServiceItem[] {
  const places = hall.windows.filter(({ kind }) => kind === 'collection');
  return hall.items.filter(
    (item) =>
      collector !== null &&
      holds(collector, item) &&
      places.some(({ zones }) => zones === 'all' || zones.some((zone) => zone === item.zone)),
  );
}

function diverted(visitor: Visitor, { hall, deck, random }: TraitParts): Visitor | null {
  if (hall.terminals.length === 0 || visitor.package !== null || !deck.due('divert')) return null;
  const terminal = pick(random, hall.terminals);
  const item = hall.items.find(({ code }) => terminal.items.includes(code));
  const serviceMs = visitor.serviceMs.slice(0, 1);
  if (!item) return null;
  return {
    ...visitor,
    ...{ trait: { kind: 'divert', terminal: terminal.no }, items: [item], serviceMs },
    zone: item.zone,
  };
}
