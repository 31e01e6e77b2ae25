/**
 * Who a page is to the server. Staff have a cookie that scripts cannot read; a device has a key,
 * kept in this browser per kind and window; a visitor has the ticket's token.
 */
import type { DeviceKind } from '../protocol/http.ts';
import { readKept } from './storage.ts';

/** Which device a key stands for: one browser may be the screen of several windows. */
export interface DevicePlace {
  readonly device: DeviceKind;
  readonly window?: number | undefined;
}
export type Credentials =
  | { readonly kind: 'cookie' }
  | { readonly kind: 'device'; readonly key: string; readonly place?: DevicePlace }
  | { readonly kind: 'ticket'; readonly token: string };

/** The headers that prove it; a device's newest key counts, for it may have been renewed. */
export function authorisation(credentials: Credentials | undefined): Record<string, string> {
  if (credentials === undefined || credentials.kind === 'cookie') return {};
  if (credentials.kind === 'ticket') return { authorization: `Ticket ${credentials.token}` };
  const { place } = credentials;
  const kept = place === undefined ? null : readKept(deviceKeyName(place));
  return { authorization: `Device ${kept ?? credentials.key}` };
}

/** Under which name this browser keeps a device's key. */
export function deviceKeyName({ device, window }: DevicePlace): string {
  return window === undefined ? `key.${device}` : `key.${device}.${String(window)}`;
}
