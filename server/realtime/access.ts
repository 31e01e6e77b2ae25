/** Who may listen to which topic. Only a window's own evaluator sees the nonces of its prompts. */
import type { Topic } from '../../shared/protocol/topics.ts';
import type { Identity } from '../people/identity.ts';
import { staffKind } from '../people/identity.ts';

/** Whether this identity may subscribe to the topic; a ticket's token is its own permission. */
export function mayListen(identity: Identity | null, topic: Topic): boolean {
  if (topic.kind === 'ticket') return true;
  if (identity === null || identity.hall !== topic.hall) return false;
  if (identity.kind === 'visitor') return false;
  if (identity.kind === 'staff') return staffMay(staffKind(identity.role), topic);
  const { kind, window } = identity.device;
  switch (topic.kind) {
    case 'lobby':
    case 'window':
      return kind === 'screen';
    case 'kiosk':
      return kind === 'kiosk';
    case 'evaluator':
      return kind === 'evaluator' && window === topic.window;
    case 'floor':
    case 'desk':
      return false;
  }
}

function staffMay(kind: ReturnType<typeof staffKind>, topic: Topic): boolean {
  switch (topic.kind) {
    case 'lobby':
    case 'window':
      return true;
    case 'kiosk':
    case 'floor':
      return kind !== 'clerk';
    case 'desk':
      return kind === 'clerk' || kind === 'manager';
    case 'evaluator':
    case 'ticket':
      return false;
  }
}
