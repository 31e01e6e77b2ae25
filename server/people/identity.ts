/**
 * Who a request comes from, proven: a member of staff by the cookie, a device by its key, a visitor
 * by the token on the ticket. An `Authorization` header counts alone: a device's request never
 * borrows the cookie of a clerk who is signed in on the same machine, and the other way round.
 */
import { must } from '../../shared/base/assert.ts';
import type { BusinessDate, HallId, StaffNo, TicketId, WindowNo } from '../../shared/base/ids.ts';
import type { StaffRole } from '../../shared/hall/config.ts';
import type { Principal } from '../../shared/hall/principal.ts';
import type { Device } from '../devices/devices.ts';

export type Identity =
  | {
      readonly kind: 'staff';
      readonly hall: HallId;
      readonly staffNo: StaffNo;
      readonly role: StaffRole;
    }
  | { readonly kind: 'device'; readonly hall: HallId; readonly device: Device }
  | {
      readonly kind: 'visitor';
      readonly hall: HallId;
      readonly date: BusinessDate;
      readonly ticket: TicketId;
      readonly token: string;
    };

/** What a staff role may be in a hall. */
export function staffKind(role: StaffRole): 'clerk' | 'manager' | 'guide' | 'inspector' {
  switch (role) {
    case 'clerk':
    case 'chief':
      return 'clerk';
    case 'guide':
      return 'guide';
    case 'duty-manager':
    case 'hall-manager':
      return 'manager';
    case 'inspector':
      return 'inspector';
  }
}

/** The principal of a command; null for those who may look but not act. */
export function principalOf(identity: Identity): Principal | null {
  switch (identity.kind) {
    case 'visitor':
      return { kind: 'visitor', ticket: identity.ticket };
    case 'staff': {
      const kind = staffKind(identity.role);
      return kind === 'inspector' ? null : { kind, staffNo: identity.staffNo };
    }
    case 'device':
      return devicePrincipal(identity.device);
  }
}

function devicePrincipal(device: Device): Principal | null {
  switch (device.kind) {
    case 'kiosk':
      return { kind: 'kiosk', device: device.device };
    case 'evaluator': {
      const window: WindowNo = must(device.window, 'the window of an evaluator');
      return { kind: 'evaluator', device: device.device, window };
    }
    case 'screen':
      return null;
  }
}
