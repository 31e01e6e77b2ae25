/** Publishes a change of the hall's settings while it is open, as a manager's console does. */
import type { ConfigView } from '../../shared/protocol/configuring.ts';
import type { ConfigEdit } from '../../shared/hall/config-edit.ts';
import type { Auth, HallServer } from '../helpers/hall-server.ts';
import { PATIENT_MS } from '../helpers/patience.ts';

/** The next version of the settings. */
export async function publish(hall: HallServer, manager: Auth, edit: ConfigEdit): Promise<void> {
  const path = `/api/halls/${hall.hall}/config`;
  const { version } = await hall.get<ConfigView>(path, manager);
  const answer = await fetch(`${hall.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...manager },
    body: JSON.stringify({ baseVersion: version, ...edit }),
    signal: AbortSignal.timeout(PATIENT_MS),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
