/** A live socket for tests: subscribes, keeps every message, and waits with a deadline. */
import { WebSocket } from 'ws';
import type { ViewMessage } from '../../shared/protocol/messages.ts';
import { PATIENT_MS } from './patience.ts';
import type { Auth, HallServer } from './hall-server.ts';

export interface Listener<View> {
  readonly messages: (Omit<ViewMessage, 'view'> & { readonly view: View })[];
  /** The first view, now or later, for which the test holds. */
  until(fits: (view: View) => boolean): Promise<View>;
  close(): void;
}

/** Listens to one topic. */
export async function listen<View>(
  hall: Pick<HallServer, 'url'>,
  topic: string,
  auth: Auth,
): Promise<Listener<View>> {
  const socket = new WebSocket(`${hall.url.replace('http', 'ws')}/live`, { headers: auth });
  const messages: Listener<View>['messages'] = [];
  const waiting = new Set<() => void>();
  let refused: string | null = null;
  socket.on('error', () => {
    refused ??= 'the socket broke';
  });
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as (typeof messages)[number] & { refused?: string };
    if (message.refused) refused = message.refused;
    if ('view' in message) messages.push(message);
    for (const look of waiting) look();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  socket.send(JSON.stringify({ subscribe: topic }));
  return {
    messages,
    until: (fits) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`nothing on ${topic} that fits`));
        }, PATIENT_MS);
        const look = () => {
          const found = messages.findLast(({ view }) => fits(view));
          if (!found && refused === null) return;
          clearTimeout(timer);
          waiting.delete(look);
          if (found) resolve(found.view);
          else reject(new Error(refused ?? 'refused'));
        };
        waiting.add(look);
        look();
      }),
    close: () => socket.terminate(),
  };
}

/** The first view of a topic. */
export async function firstView<View>(
  hall: Pick<HallServer, 'url'>,
  topic: string,
  auth: Auth,
): Promise<View> {
  const listener = await listen<View>(hall, topic, auth);
  try {
    return await listener.until(() => true);
  } finally {
    listener.close();
  }
}
