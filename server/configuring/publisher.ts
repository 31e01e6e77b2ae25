/**
 * Changing a hall's configuration: the dry run, and publishing. A version is stored first and then
 * put into force in the day that is going on, and in the days to come that take bookings. If the
 * server dies between the two, the watch (published-watch.ts) does the rest: the command's id names
 * the version, so that several servers do it once.
 */
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import { commandId, staffNo } from '../../shared/base/ids.ts';
import { configFaults } from '../../shared/hall/config-check.ts';
import type { ConfigFault } from '../../shared/hall/config-check.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Principal } from '../../shared/hall/principal.ts';
import type { DryRun, Published } from '../../shared/protocol/configuring.ts';
import { faultText } from '../../shared/text/configuring.ts';
import type { Language } from '../../shared/text/language.ts';
import type { HallClock } from '../clock.ts';
import type { HallActor } from '../hall/actor.ts';
import type { Secrets } from '../secrets.ts';
import type { ConfigStore } from '../storage/config-store.ts';
import { NO_EFFECT, effectOf } from './dry-run.ts';
import type { AskOrders } from './dry-run.ts';

const EVENT_MAX_MS = 5_000;

export interface PublisherParts {
  readonly configs: ConfigStore;
  readonly clock: HallClock;
  readonly secrets: Secrets;
  readonly actor: (hall: string) => HallActor | undefined;
  /** The actors of days to come that have bookings already. */
  readonly comingDays: (hall: HallId, after: BusinessDate) => Promise<readonly HallActor[]>;
  /** Predicts waits under other rules; without it a dry run tells none. */
  readonly askOrders?: AskOrders;
}

export type PublishOutcome =
  | { readonly kind: 'published'; readonly published: Published }
  | { readonly kind: 'faults'; readonly faults: readonly ConfigFault[] }
  | { readonly kind: 'moved' };

export interface Publisher {
  /** The configuration that a change starts from; null where there is no such version. */
  base(hall: HallId, version: number): Promise<HallConfig | null>;
  dryRun(base: HallConfig, next: HallConfig, language: Language): Promise<DryRun>;
  /** Stores `next`, the version after `base`, and puts it into force. */
  publish(base: HallConfig, next: HallConfig, by: Principal): Promise<PublishOutcome>;
  /** Whether the open day and every day to come that is begun have the version, or a later one. */
  isInForce(hall: HallId, version: number): Promise<boolean>;
  /** Puts a stored version into force; null while it could not be. */
  bringIntoForce(hall: HallId, version: number, by: Principal): Promise<number | null>;
}

/** The publisher over the hall's actors and the stored versions. */
export function makePublisher(parts: PublisherParts): Publisher {
  const { configs } = parts;
  const publisher: Publisher = {
    async base(hall, version) {
      const newest = await configs.newestPlan(hall);
      if (version > newest.config.version) return null;
      return (await configs.plan(hall, version)).config;
    },
    async dryRun(base, next, language) {
      const { hall } = base;
      const found = configFaults(next, base);
      const faults = found.map((fault) => ({ ...fault, message: faultText(fault, language) }));
      const newest = await configs.newestPlan(hall);
      const about = { baseVersion: base.version, isMoved: newest.config.version !== base.version };
      const actor = parts.actor(hall);
      const effect =
        found.length > 0 || !actor ? NO_EFFECT : await effectOf(parts, actor, base, next);
      return { ...about, ...effect, faults };
    },
    async publish(base, next, by) {
      const faults = configFaults(next, base);
      if (faults.length > 0) return { kind: 'faults', faults };
      const { hall, version } = next;
      const about = { at: parts.clock.now(), by: authorOf(by) };
      const stored = await configs.publish(next, about);
      if (stored === 'moved') return { kind: 'moved' };
      const moved = await publisher.bringIntoForce(hall, version, by).catch(() => null);
      return { kind: 'published', published: { version, moved } };
    },
    async isInForce(hall, version) {
      const actor = parts.actor(hall);
      if (!actor) return true;
      const { date } = await actor.stream();
      for (const one of [actor, ...(await parts.comingDays(hall, date))]) {
        if ((await one.read(({ day }) => day.plan.config.version)) < version) return false;
      }
      return true;
    },
    async bringIntoForce(hall, version, by) {
      const actor = parts.actor(hall);
      if (!actor) return null;
      const today = await submitTo(parts, actor, hall, version, by);
      const { date } = await actor.stream();
      for (const coming of await parts.comingDays(hall, date)) {
        await submitTo(parts, coming, hall, version, by);
      }
      return today;
    },
  };
  return publisher;
}

/** How many tickets moved; null while the day has not taken the version. */
async function submitTo(
  { secrets }: PublisherParts,
  actor: HallActor,
  hall: HallId,
  version: number,
  by: Principal,
): Promise<number | null> {
  const id = commandId(`publish:${hall}:${String(version)}`);
  const answer = await within(
    actor.submit({
      commandId: id,
      hash: secrets.commandHash(id),
      command: { type: 'publishConfig', configVersion: version },
      by,
    }),
  );
  if (answer?.kind === 'refused' && answer.refusal.refused === 'nothing-due') return 0;
  if (answer?.kind !== 'accepted') return null;
  const { seq } = answer.answer;
  return actor.read((stream) => {
    const [stored] = stream.eventsBetween(seq, seq);
    return stored?.event.type === 'ConfigPublished' ? stored.event.changes.length : 0;
  });
}

function within<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), EVENT_MAX_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Who published, as the row of the version names it. */
export function authorOf(by: Principal): string {
  return by.kind === 'manager' ? `manager:${by.staffNo}` : 'import';
}

/** The principal that an author's name stands for; anything but a manager is the system. */
export function principalNamed(author: string): Principal {
  const [kind, number] = author.split(':');
  if (kind === 'manager' && number) return { kind: 'manager', staffNo: staffNo(number) };
  return { kind: 'system' };
}
