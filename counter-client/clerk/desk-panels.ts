/** The panel that stands open between the visitor and the actions, if any: never a modal. */
import { html, nothing } from 'lit';
import type { ServiceItem } from '../../shared/hall/config.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import './add-case-panel.ts';
import { keysPanel } from './keys-panel.ts';
import './pause-panel.ts';
import type { PauseWish } from './pause-panel.ts';

export type Panel = 'add' | 'pause' | 'keys' | null;

export interface DeskPanels {
  readonly panel: Panel;
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly isInFlight: boolean;
  readonly add: (item: ServiceItem) => void;
  readonly pause: (wish: PauseWish) => void;
  readonly shut: () => void;
}

/** The open panel. */
export function deskPanel({
  panel,
  catalogue,
  language,
  isInFlight,
  add,
  pause,
  shut,
}: DeskPanels) {
  switch (panel) {
    case 'add':
      return html`<yc-add-case
        .catalogue=${catalogue}
        .language=${language}
        .busy=${isInFlight}
        @add=${({ detail }: CustomEvent<ServiceItem>) => {
          add(detail);
        }}
        @shut=${shut}
      ></yc-add-case>`;
    case 'pause':
      return html`<yc-pause-panel
        .language=${language}
        @pause=${({ detail }: CustomEvent<PauseWish>) => {
          pause(detail);
        }}
        @shut=${shut}
      ></yc-pause-panel>`;
    case 'keys':
      return keysPanel(language);
    case null:
      return nothing;
  }
}
