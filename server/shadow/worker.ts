/** A thread that is told one day page by page, plays it in both orders, answers, and is gone. */
import { parentPort, workerData } from 'node:worker_threads';
import { must } from '../../shared/base/assert.ts';
import { DayObserver } from '../../shared/forecast/observed/observe.ts';
import { shadow } from '../../shared/forecast/shadow/shadow.ts';
import { planOf } from '../../shared/hall/plan.ts';
import type { ShadowAnswer, ShadowPage, ShadowStart } from './question.ts';

const port = must(parentPort, 'the port of the worker');
const { date, configs } = workerData as ShadowStart;
const [first, ...rest] = configs;
const observer = new DayObserver(date, [planOf(first), ...rest.map(planOf)]);

port.on('message', ({ events, isLast }: ShadowPage) => {
  for (const stored of events) observer.see(stored);
  if (isLast) port.postMessage(answer());
});

function answer(): ShadowAnswer {
  const { day } = observer;
  const { routing } = day.plan.config.policy;
  return routing === 'strict' ? { report: shadow(observer.seen(), day) } : { routing };
}
