/** Counters of this process in Prometheus' text format; no names, no numbers of tickets. */
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export interface Metrics {
  readonly commands: Counter<'type' | 'outcome'>;
  readonly commandSeconds: Histogram;
  text(): Promise<string>;
  readonly contentType: string;
}

/** A registry of its own, so that two servers in one process do not share counters. */
export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    commands: new Counter({
      name: 'yichuang_commands_total',
      help: 'Commands by type and outcome',
      labelNames: ['type', 'outcome'],
      registers: [registry],
    }),
    commandSeconds: new Histogram({
      name: 'yichuang_command_seconds',
      help: 'From the arrival of a command to its answer',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5],
      registers: [registry],
    }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
