/**
 * A demo hall has no self-service terminals that could tell how they are: the server tells for them,
 * once a day, that they are free. A terminal that has told anything itself is left alone; so is every
 * hall that is not a demo.
 */
import { commandId, deviceId } from '../../shared/base/ids.ts';
import type { HallActor } from './actor.ts';

const TELLER = { kind: 'kiosk', device: deviceId('demo-terminals') } as const;

/** Reports the silent terminals of a demo hall's open day; the ids make it once for all servers. */
export async function tellDemoTerminals(
  actor: Pick<HallActor, 'read' | 'submit'>,
  hash: (body: string) => string,
): Promise<void> {
  const silent = await actor.read(({ day, hall, date }) => {
    const { demo, terminals } = day.plan.config;
    if (!demo || day.phase !== 'open') return [];
    return terminals
      .filter(({ no }) => !day.terminals.has(no))
      .map(({ no }) => ({ no, id: commandId(`terminal:${hall}:${date}:${String(no)}`) }));
  });
  for (const { no, id } of silent) {
    const command = { type: 'reportTerminal', terminal: no, status: 'free' } as const;
    await actor.submit({ commandId: id, hash: hash(id), command, by: TELLER });
  }
}
