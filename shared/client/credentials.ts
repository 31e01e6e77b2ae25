/**
 * A device's key: given by the manager and kept in this browser. A demo hall gives keys by itself
 * to pages opened on its own machine.
 */
import type { DeviceKey, DeviceKind } from '../protocol/http.ts';
import { ApiProblem, postJson } from './api.ts';
import { deviceKeyName } from './authorisation.ts';
import type { Credentials, DevicePlace } from './authorisation.ts';
import { dropKept, readKept, writeKept } from './storage.ts';

export type { Credentials } from './authorisation.ts';

/** This browser has no key, and the hall gives none by itself. */
export class NotEnrolled extends Error {
  /** Why: `forbidden` where keys are given by a manager, `malformed` for a place that is not there. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The device's credentials: the kept key, else a demo key, else throws `NotEnrolled`. */
export async function deviceCredentials(kind: DeviceKind, window?: number): Promise<Credentials> {
  const place = { device: kind, window };
  const key = readKept(deviceKeyName(place)) ?? (await demoKey(place));
  return { kind: 'device', key, place };
}

/** Keeps a key that a manager pasted. */
export function enrolDevice(kind: DeviceKind, window: number | undefined, key: string): void {
  writeKept(deviceKeyName({ device: kind, window }), key.trim());
}

/** Forgets the kept key, so that the next start asks anew. */
export function forgetDevice(kind: DeviceKind, window?: number): void {
  dropKept(deviceKeyName({ device: kind, window }));
}

/**
 * After the server no longer knew a key (revoked, or a demo begun anew): tries once for a demo key.
 * False when there is none; the kept key stays then, for the server's answer may have been wrong.
 */
export async function renewDeviceKey(credentials: Credentials | undefined): Promise<boolean> {
  if (credentials?.kind !== 'device' || credentials.place === undefined) return false;
  try {
    await demoKey(credentials.place);
    return true;
  } catch {
    return false;
  }
}

async function demoKey(place: DevicePlace): Promise<string> {
  const window = place.window === undefined ? {} : { window: place.window };
  try {
    const body = { kind: place.device, ...window };
    const { key } = await postJson<DeviceKey>('/api/demo/device-key', body);
    writeKept(deviceKeyName(place), key);
    return key;
  } catch (error) {
    const answered = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
    if (answered) throw new NotEnrolled(error.code, error.message);
    throw error;
  }
}
