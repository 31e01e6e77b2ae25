/**
 * Brings a demo hall into the middle of a morning through its public interface: windows open, people
 * wait, some are called and served, one visit is about to be rated. For the README's pictures.
 */
import type { Session } from '../../shared/protocol/http.ts';
import type { Answer } from '../../shared/protocol/messages.ts';

type Headers = Readonly<Record<string, string>>;

export interface Staged {
  readonly manager: Headers;
  readonly clerk: Headers;
  /** The token of a ticket that still waits. */
  readonly waitingToken: string;
  /** The ticket that clerk JZ08 serves at window 7. */
  readonly served: string;
}

const CLERKS: readonly (readonly [window: number, clerk: string])[] = [
  [1, 'JZ01'],
  [2, 'JZ02'],
  [3, 'JZ03'],
  [4, 'JZ06'],
  [5, 'JZ04'],
  [6, 'JZ09'],
  [7, 'JZ08'],
  [8, 'JZ10'],
  [9, 'JZ11'],
  [11, 'JZ14'],
  [12, 'JZ15'],
];
const WANTED = [
  ...['SC001', 'SC002', 'SW001', 'SC023', 'RS004', 'SC043', 'ZJ001', 'SC001'],
  ...['YB022', 'YB004', 'RS024', 'GA001', 'YB008', 'RS013', 'GA012', 'YB025', 'SC066', 'YB030'],
  ...['ZR072', 'ZR071', 'ZR073', 'ZR072', 'ZR071'],
  ...['YB005', 'RS033', 'GA013', 'MZ008', 'SC002', 'SC004', 'YB011', 'RS011', 'YB003', 'GA002'],
];

/** On a hall clock twenty times as fast the first one has waited ten minutes at the end. */
const BETWEEN_ARRIVALS_MS = 900;

/** Stages the hall at `url`. */
export async function stage(url: string): Promise<Staged> {
  const post = async <T>(path: string, body: object, headers: Headers = {}) => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    return { body: (await answer.json()) as T, cookie: answer.headers.getSetCookie()[0] ?? '' };
  };
  const command = async (headers: Headers, body: object) => {
    const sent = { commandId: crypto.randomUUID(), ...body };
    return (await post<Answer>('/api/halls/jingzhou/commands', sent, headers)).body;
  };
  const signIn = async (staffNo: string): Promise<Headers> => {
    const { cookie } = await post<Session>('/api/sign-in', { staffNo, password: 'yichuang' });
    return { cookie: cookie.split(';')[0] ?? '' };
  };
  const { body: key } = await post<{ key: string }>('/api/demo/device-key', { kind: 'kiosk' });
  const kiosk = { authorization: `Device ${key.key}` };
  const manager = await signIn('JZ18');
  for (const [window, clerk] of CLERKS)
    await command(manager, { type: 'openWindow', window, clerk });
  let waitingToken = '';
  for (const item of WANTED) {
    const answer = await command(kiosk, { type: 'issueTicket', items: [item] });
    if (answer.outcome === 'accepted' && answer.token) waitingToken = answer.token;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_ARRIVALS_MS));
  }
  for (const [window] of CLERKS) await command(manager, { type: 'callNext', window });
  for (const window of [1, 2, 3, 6, 8, 11])
    await command(manager, { type: 'startService', window });
  await command(manager, { type: 'pauseWindow', window: 5, reason: 'meeting' });
  const clerk = await signIn('JZ08');
  const called = await command(clerk, { type: 'startService' });
  if (called.outcome === 'accepted') {
    await command(clerk, { type: 'addCase', item: 'YB001' });
  }
  const served = called.outcome === 'accepted' ? (called.ticket ?? '') : '';
  return { manager, clerk, waitingToken, served };
}

/** Ends the visit at window 7, so that its evaluator asks. */
export async function endVisit(url: string, clerk: Headers, ticket: string): Promise<void> {
  for (const no of [1, 2]) {
    await fetch(`${url}/api/halls/jingzhou/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...clerk },
      body: JSON.stringify({
        commandId: crypto.randomUUID(),
        type: 'finishCase',
        case: `${ticket}-${String(no)}`,
        outcome: 'closed',
      }),
      signal: AbortSignal.timeout(10_000),
    });
  }
}
