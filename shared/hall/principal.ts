/**
 * Who asks for a command, as the shell has proven it; `decide` checks what each may do.
 * Staff and devices are named in the event and in the audit row; a visitor is known by ticket only.
 */
import type { DeviceId, StaffNo, TicketId, WindowNo } from '../base/ids.ts';

export type Principal =
  | { readonly kind: 'clerk'; readonly staffNo: StaffNo }
  | { readonly kind: 'manager'; readonly staffNo: StaffNo }
  /** Helps visitors on the floor (导办); sits at no window. */
  | { readonly kind: 'guide'; readonly staffNo: StaffNo }
  | { readonly kind: 'kiosk'; readonly device: DeviceId }
  | { readonly kind: 'evaluator'; readonly device: DeviceId; readonly window: WindowNo }
  | { readonly kind: 'visitor'; readonly ticket: TicketId }
  /** Somebody at home who books an appointment; known by nothing. */
  | { readonly kind: 'booker' }
  | { readonly kind: 'system' };

/** The principal as one word in events and audit rows, `clerk:JZ03`. */
export function nameOf(by: Principal): string {
  switch (by.kind) {
    case 'clerk':
    case 'manager':
    case 'guide':
      return `${by.kind}:${by.staffNo}`;
    case 'kiosk':
    case 'evaluator':
      return `${by.kind}:${by.device}`;
    case 'visitor':
      return `visitor:${by.ticket}`;
    case 'booker':
    case 'system':
      return by.kind;
  }
}
