/**
 * What the worker knows of its halls: configurations, past days as they were observed, what was
 * learned from them. Every message is answered from that alone.
 */
import { must } from '../../shared/base/assert.ts';
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import { answerOf } from '../../shared/forecast/advise/questions.ts';
import type { DayAccuracy, Told } from '../../shared/forecast/estimate/accuracy.ts';
import { accuracyOf, newcomersOn } from '../../shared/forecast/estimate/accuracy.ts';
import type { Calibration } from '../../shared/forecast/estimate/calibrate.ts';
import { UNCALIBRATED, calibrate } from '../../shared/forecast/estimate/calibrate.ts';
import { estimate } from '../../shared/forecast/estimate/estimate.ts';
import type { Learned } from '../../shared/forecast/estimate/learn.ts';
import { LEARNED_DAYS_MAX, expectationsOf, learn } from '../../shared/forecast/estimate/learn.ts';
import { dayOf } from '../../shared/forecast/estimate/snapshot.ts';
import type { Snapshot } from '../../shared/forecast/estimate/snapshot.ts';
import type { ObservedDay } from '../../shared/forecast/observed/observed-day.ts';
import { DayObserver } from '../../shared/forecast/observed/observe.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { Expectations } from '../../shared/hall/expectations.ts';
import { NOTHING_LEARNED } from '../../shared/hall/expectations.ts';
import type { Plan } from '../../shared/hall/plan.ts';
import { planOf } from '../../shared/hall/plan.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { HeardPages } from './snapshot-pages.ts';

/** Forecasts of so many days before teach how far p90 must lie. */
const CALIBRATION_DAYS = 10;
const DAYS_KEPT_MAX = LEARNED_DAYS_MAX + 4;
const PLANS_KEPT_MAX = 12;

interface PastDay {
  readonly observed: ObservedDay;
  readonly told: readonly Told[];
  readonly accuracy: DayAccuracy;
}

interface HallKnown {
  readonly plans: Map<number, Plan>;
  readonly past: Map<BusinessDate, PastDay>;
  reading: { readonly date: BusinessDate; readonly observer: DayObserver } | null;
  learned: Learned | null;
  /** What the hall's day was told to go by when it calls: rollouts choose by the same. */
  expectations: Expectations | null;
  calibration: Calibration;
}

type Message<Kind extends ToWorker['kind']> = Extract<ToWorker, { kind: Kind }>;

export class Forecaster {
  readonly #halls = new Map<HallId, HallKnown>();
  readonly #pages = new HeardPages();

  /** Works on a message; some have no answer. */
  take(message: ToWorker): FromWorker | null {
    switch (message.kind) {
      case 'config':
        return this.#configured(message);
      case 'events':
        return this.#read(message);
      case 'learn':
        return this.#learn(message);
      case 'page':
        this.#pages.hear(message.id, message.tickets);
        return null;
      case 'estimate':
        return this.#estimate(message);
      case 'advice':
        return this.#advise(message);
    }
  }

  #configured({ config }: Message<'config'>): null {
    const { plans } = this.#hall(config.hall);
    plans.set(config.version, planOf(config));
    for (const version of plans.keys()) if (plans.size > PLANS_KEPT_MAX) plans.delete(version);
    return null;
  }

  #read({ hall, date, configVersion, events, isLast }: Message<'events'>): null {
    const known = this.#hall(hall);
    // A day that could not be told to its end is told again from its beginning.
    if (known.reading?.date !== date || events[0]?.seq === 1) {
      const first = must(known.plans.get(configVersion), `version ${String(configVersion)}`);
      known.reading = { date, observer: new DayObserver(date, [first, ...known.plans.values()]) };
    }
    const { observer } = known.reading;
    for (const event of events) observer.see(event);
    if (!isLast) return null;
    known.reading = null;
    const { day } = observer;
    const told = newcomersOn(day);
    known.past.set(date, { observed: observer.seen(), told, accuracy: accuracyOf(day) });
    const dates = [...known.past.keys()].sort();
    for (const old of dates.slice(0, -DAYS_KEPT_MAX)) known.past.delete(old);
    return null;
  }

  #learn({ hall, date, dates, configVersion, isAll }: Message<'learn'>): FromWorker {
    const known = this.#hall(hall);
    const plan = must(known.plans.get(configVersion), `version ${String(configVersion)}`);
    const days = [...dates].sort().flatMap((day) => known.past.get(day) ?? []);
    const catalogue = plan.config.items;
    known.learned = learn(
      catalogue,
      days.map(({ observed }) => observed),
    );
    known.calibration = calibrate(days.slice(-CALIBRATION_DAYS).flatMap(({ told }) => told));
    const isHistory = known.learned.basis === 'history';
    const past = days.map(({ accuracy }) => accuracy).reverse();
    known.expectations = isHistory ? expectationsOf(known.learned, catalogue) : null;
    const expectations = isAll ? known.expectations : null;
    return { kind: 'learned', hall, date, expectations, past };
  }

  #estimate({ snapshot: rest, before }: Message<'estimate'>): FromWorker {
    const snapshot = this.#pages.whole(rest, before);
    const { hall, date, at, lastHour } = snapshot;
    const { day, learned, calibration } = this.#dayOf(snapshot);
    const estimates = estimate(day, learned, calibration, { at, lastHour });
    return { kind: 'estimates', hall, date, estimates };
  }

  #advise({ id, question: asked, before }: Message<'advice'>): FromWorker {
    const question = { ...asked, snapshot: this.#pages.whole(asked.snapshot, before) };
    const { day, learned } = this.#dayOf(question.snapshot);
    const { past: days } = this.#hall(question.snapshot.hall);
    const past = [...days].sort(([left], [right]) => (left < right ? -1 : 1));
    const observed = past.map(([, row]) => row.observed);
    return { kind: 'advice', id, answer: answerOf(question, day, learned, observed) };
  }

  #dayOf(snapshot: Snapshot): { day: Day; learned: Learned; calibration: Calibration } {
    const { hall, configVersion } = snapshot;
    const known = this.#hall(hall);
    const plan = must(known.plans.get(configVersion), `version ${String(configVersion)}`);
    // Nothing was learned yet: the catalogue is known at once.
    known.learned ??= learn(plan.config.items, []);
    const { learned, calibration, expectations } = known;
    return { day: dayOf(snapshot, plan, expectations ?? NOTHING_LEARNED), learned, calibration };
  }

  #hall(hall: HallId): HallKnown {
    const known = this.#halls.get(hall);
    if (known) return known;
    const made: HallKnown = {
      plans: new Map(),
      past: new Map(),
      reading: null,
      learned: null,
      expectations: null,
      calibration: UNCALIBRATED,
    };
    this.#halls.set(hall, made);
    return made;
  }
}
