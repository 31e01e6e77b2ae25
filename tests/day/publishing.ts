/** Publishing a change of the rules over HTTP, as the manager's page does: a dry run, then the change. */
import type { Routing } from '../../shared/hall/policy.ts';
import type { ConfigView, DryRun, Published } from '../../shared/protocol/configuring.ts';
import type { Api, Auth } from './api.ts';
import { headersOf } from './api.ts';
import type { HallDay } from './day.ts';
import type { Recorder } from './recorder.ts';

const CREDIT_MORE = 5;
const TRIES_MAX = 3;

type Change = (view: ConfigView) => object;

/** More credit for every class, a longer way back after a miss, and no more carrying over. */
export async function publishChange(day: HallDay, auth: Auth): Promise<boolean> {
  return publish(day.api, auth, day.recorder, ({ config }) => ({
    policy: { carryOver: false, reactivatedBehindTickets: 4 },
    priorityClasses: config.priorityClasses.map((row) => ({
      ...row,
      creditMinutes: row.creditMinutes + CREDIT_MORE,
    })),
  }));
}

/** What is open at midnight goes on. */
export async function publishCarryOver(api: Api, auth: Auth, recorder: Recorder): Promise<boolean> {
  return publish(api, auth, recorder, () => ({ policy: { carryOver: true } }));
}

/** Another order of calling, from now on. */
export async function publishRouting(
  api: Api,
  auth: Auth,
  recorder: Recorder,
  routing: Routing,
): Promise<boolean> {
  return publish(api, auth, recorder, () => ({ policy: { routing } }));
}

async function publish(api: Api, auth: Auth, recorder: Recorder, change: Change): Promise<boolean> {
  const path = `/api/halls/${api.hall}/config`;
  const view = await api.get<ConfigView>(path, auth);
  const body = { baseVersion: view.version, ...change(view) };
  const dryRun = await api.post<DryRun>(`${path}/dry-run`, auth, body);
  recorder.count('dry run');
  if (dryRun.faults.length > 0) {
    recorder.trouble(`a change has faults: ${dryRun.faults[0]?.message ?? ''}`);
    return true;
  }
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const headers = headersOf(auth);
    const reply = await api.http.send({ method: 'POST', path, headers, body }).catch(() => null);
    if (reply?.status === 200) {
      const { version } = reply.body as Published;
      if (version !== view.version + 1) recorder.trouble(`published as ${String(version)}`);
      return true;
    }
    // An answer that was lost: the version that we wanted may be there already.
    const now = await api.get<ConfigView>(path, auth);
    if (now.version > view.version) return true;
  }
  recorder.trouble('a change of the rules could not be published');
  return true;
}
