/** The panel that stands open between the visitor and the actions, if any: never a modal. */
import { html, nothing } from 'lit';
import type { TransferTarget } from '../../shared/hall/command-words.ts';
import type { ServiceItem } from '../../shared/hall/config.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import type { CaseRow } from '../../shared/views/cases.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import './add-case-panel.ts';
import './close-panel.ts';
import './consult-panel.ts';
import type { ConsultWish } from './consult-panel.ts';
import type { DeskCommand } from './desk-offers.ts';
import './hold-panel.ts';
import type { HoldWish } from './hold-panel.ts';
import { keysPanel } from './keys-panel.ts';
import './pause-panel.ts';
import type { PauseWish } from './pause-panel.ts';
import './transfer-panel.ts';
import type { TransferWish } from './transfer-panel.ts';

export type Panel =
  'add' | 'recode' | 'pause' | 'hold' | 'transfer' | 'consult' | 'close' | 'keys' | null;

/** The panel that an action opens, where it needs to know more. */
export const PANEL_OF: Readonly<Partial<Record<DeskCommand, Exclude<Panel, null>>>> = {
  addCase: 'add',
  pauseWindow: 'pause',
  holdTicket: 'hold',
  transferTicket: 'transfer',
  consultChief: 'consult',
  help: 'keys',
};

/** Panels that make sense only while a visitor is served. */
export const SERVING_PANELS: readonly Panel[] = ['add', 'recode', 'hold', 'transfer', 'consult'];

/** A panel that waits for an answer; the list of keys only shows. */
export function isForm(panel: Panel): boolean {
  return panel !== null && panel !== 'keys';
}

export interface DeskPanels {
  readonly panel: Panel;
  readonly view: DeskView;
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly current: CaseRow | null;
  /** Where nobody works just now, as the server said. */
  readonly pausedTarget: TransferTarget | null;
  readonly add: (item: ServiceItem) => void;
  readonly recode: (item: ServiceItem) => void;
  readonly pause: (wish: PauseWish) => void;
  readonly hold: (wish: HoldWish) => void;
  readonly transfer: (wish: TransferWish) => void;
  readonly consult: (wish: ConsultWish) => void;
  readonly leave: () => void;
  readonly shut: () => void;
}

/** The open panel. */
export function deskPanel(shown: DeskPanels) {
  const { panel, view, language, shut } = shown;
  switch (panel) {
    case 'add':
    case 'recode':
      return finder(shown);
    case 'pause':
      return html`<yc-pause-panel
        .language=${language}
        .waiting=${view.eligible}
        .onlyHere=${view.onlyHere}
        .hasVisitor=${view.ticket !== null}
        @pause=${({ detail }: CustomEvent<PauseWish>) => {
          shown.pause(detail);
        }}
        @shut=${shut}
      ></yc-pause-panel>`;
    case 'hold':
      return html`<yc-hold-panel
        .language=${language}
        @hold=${({ detail }: CustomEvent<HoldWish>) => {
          shown.hold(detail);
        }}
        @shut=${shut}
      ></yc-hold-panel>`;
    case 'transfer':
      return html`<yc-transfer-panel
        .language=${language}
        .targets=${view.targets}
        .zones=${view.zoneRows}
        .pausedTarget=${shown.pausedTarget}
        @transfer=${({ detail }: CustomEvent<TransferWish>) => {
          shown.transfer(detail);
        }}
        @shut=${shut}
      ></yc-transfer-panel>`;
    case 'consult':
      return html`<yc-consult-panel
        .language=${language}
        .chiefs=${view.chiefs}
        @consult=${({ detail }: CustomEvent<ConsultWish>) => {
          shown.consult(detail);
        }}
        @shut=${shut}
      ></yc-consult-panel>`;
    case 'close':
      return html`<yc-close-panel
        .language=${language}
        .onlyHere=${view.onlyHere}
        .held=${view.held.map(({ ticket }) => ticket)}
        @leave=${shown.leave}
        @shut=${shut}
      ></yc-close-panel>`;
    case 'keys':
      return keysPanel(language);
    case null:
      return nothing;
  }
}

function finder({ panel, view, catalogue, language, current, add, recode, shut }: DeskPanels) {
  return html`<yc-add-case
    .catalogue=${catalogue}
    .language=${language}
    .handles=${view.handles}
    .wrong=${panel === 'recode' ? current : null}
    @choose=${({ detail }: CustomEvent<ServiceItem>) => {
      (panel === 'recode' ? recode : add)(detail);
    }}
    @shut=${shut}
  ></yc-add-case>`;
}
