/** Mounts the hall's devices: two screens in the lobby; a screen and an evaluator at each window. */
import type { Auth } from './api.ts';
import type { HallDay } from './day.ts';
import { evaluator } from './evaluator.ts';
import type { Manager } from './manager.ts';
import { lobbyScreen, windowScreen } from './screen.ts';

/** Each gets a key of its own kind; the answer takes them down again. */
export async function mountDevices(day: HallDay, manager: Manager): Promise<() => void> {
  const screenKey = await day.api.deviceKey('screen');
  const devices: { close(): void }[] = [
    lobbyScreen(day, screenKey, 'lobby-1'),
    lobbyScreen(day, await day.api.deviceKey('screen'), 'lobby-2'),
  ];
  const keys = new Map<number, Auth>();
  for (const { no } of day.hall.windows) {
    devices.push(windowScreen(day, screenKey, no));
    keys.set(no, await day.api.deviceKey('evaluator', no));
  }
  for (const [index, [window, auth]] of [...keys].entries()) {
    const clerkAuth = () => manager.authAt(window);
    const strangerAuth = () => [...keys.values()][(index + 1) % keys.size] ?? null;
    devices.push(evaluator(day, { auth, window, clerkAuth, strangerAuth }));
  }
  return () => {
    for (const device of devices) device.close();
  };
}
