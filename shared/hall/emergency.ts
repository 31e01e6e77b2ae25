/** The message that pre-empts every screen: fire, power, weather. It stays until it is cleared. */
import type { ShowEmergency } from './hall-commands.ts';
import type { Day } from './day.ts';
import type { Decision } from './decision.ts';
import { refused } from './refusal.ts';

/** Shows the message; one that stands already is replaced. */
export function showEmergency({ kind, text: words }: ShowEmergency): Decision {
  const text = words?.trim();
  return [{ type: 'EmergencyShown', kind, ...(text && { text }) }];
}

/** Takes the message away from every screen. */
export function clearEmergency(day: Day): Decision {
  return day.emergency ? [{ type: 'EmergencyCleared' }] : refused('no-emergency');
}
