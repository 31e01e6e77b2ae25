/** A thread that plays one day in both orders, answers, and is gone. */
import { parentPort, workerData } from 'node:worker_threads';
import { must } from '../../shared/base/assert.ts';
import { DayObserver } from '../../shared/forecast/observed/observe.ts';
import { shadow } from '../../shared/forecast/shadow/shadow.ts';
import { planOf } from '../../shared/hall/plan.ts';
import type { ShadowAnswer, ShadowQuestion } from './question.ts';

const port = must(parentPort, 'the port of the worker');
const { date, configs, events } = workerData as ShadowQuestion;
const [first, ...rest] = configs;
const observer = new DayObserver(date, [planOf(first), ...rest.map(planOf)]);
for (const stored of events) observer.see(stored);
const { day } = observer;
const { routing } = day.plan.config.policy;
const answer: ShadowAnswer =
  routing === 'strict' ? { report: shadow(observer.seen(), day) } : { routing };
port.postMessage(answer);
