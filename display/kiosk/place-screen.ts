/** The screen of the visit's place; outside the hours what leads to a ticket rests. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ServiceItem } from '../../shared/hall/config.ts';
import { closedScreen } from './closed-screen.ts';
import { confirmScreen } from './confirm-screen.ts';
import type { HallState } from './hall-state.ts';
import { materialsScreen } from './materials-screen.ts';
import { matterChoice } from './matter-choice.ts';
import type { Line } from './number-screens.ts';
import { numberScreen } from './number-screens.ts';
import type { Scene } from './scene.ts';
import { searchScreen } from './search-screen.ts';
import { divertedScreen } from './terminal-offer.ts';
import type { Place } from './visit.ts';
import { zoneChoice } from './zone-choice.ts';

/** Places that lead to a new ticket. */
export const RESTS: ReadonlySet<Place['at']> = new Set([
  'zones',
  'matters',
  'search',
  'confirm',
  'materials',
  'agent',
]);

export interface PlaceParts {
  readonly line: Line;
  readonly find: (query: string) => readonly ServiceItem[];
}

/** What stands between head and foot. */
export function placeScreen(
  scene: Scene,
  state: HallState,
  { line, find }: PlaceParts,
): TemplateResult {
  const { place } = scene.visit;
  if (state.is !== 'open' && RESTS.has(place.at)) return closedScreen(scene, state);
  switch (place.at) {
    case 'zones':
      return zoneChoice(scene);
    case 'matters':
      return matterChoice(scene, place);
    case 'search':
      return searchScreen(scene, place, find);
    case 'confirm':
      return confirmScreen(scene, place, line);
    case 'materials':
      return materialsScreen(scene, place);
    case 'mine':
    case 'pickup':
    case 'agent':
      return numberScreen(scene, place, line);
    case 'diverted':
      return divertedScreen(scene, place);
    case 'ticket':
      return html``;
  }
}
