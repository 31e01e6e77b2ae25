/** The screens that look something up for the visitor, with what they need of page and line. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Credentials } from '../../shared/client/credentials.ts';
import type { HallId } from '../../shared/base/ids.ts';
import type { Agent } from '../../shared/hall/config.ts';
import type { Language } from '../../shared/text/language.ts';
import type { PickupRow } from '../../shared/views/kiosk-ticket.ts';
import './agent-screen.ts';
import './mine-screen.ts';
import './pickup-screen.ts';
import type { Scan } from './scanned-code.ts';
import type { Scene } from './scene.ts';
import type { Place, TakenTicket, Visit } from './visit.ts';
import { EMPTY_BASKET } from './basket.ts';
import { chooseItem, goTo, showTicket, startOver, stayAt } from './visit.ts';
import { zonesOf } from './zone-choice.ts';

export interface Line {
  readonly hall: HallId;
  readonly credentials: Credentials;
  /** Connected, and the day is open: numbers can be used outside the hours too. */
  readonly canSend: boolean;
  readonly hallNow: () => number;
  /** What was scanned before the screen was there. */
  readonly scanned: Scan | null;
}

type MineBy = Extract<Place, { at: 'mine' }>['by'];
type Numbers = Extract<Place, { at: 'mine' | 'pickup' | 'agent' }>;

/** The element of the place. */
export function numberScreen(scene: Scene, place: Numbers, line: Line): TemplateResult {
  const { visit, move } = scene;
  const { language, isLow } = visit;
  switch (place.at) {
    case 'mine':
      return html`<yc-kiosk-mine
        data-takes-keys
        ?data-low=${isLow}
        .hall=${line.hall}
        .language=${language}
        .by=${place.by}
        .rules=${scene.catalogue.rules}
        .isLow=${isLow}
        .onBy=${(by: MineBy) => move(stayAt(visit, { ...place, by }))}
        .credentials=${line.credentials}
        .zones=${zonesOf(scene)}
        .canSend=${line.canSend}
        .hallNow=${line.hallNow}
        .scanned=${line.scanned}
        .onDone=${() => move(stayAt(visit, { ...place, isDone: true }))}
        .onTaken=${(taken: TakenTicket) => move(showTicket(visit, taken))}
        .onFinish=${() => move(startOver(visit))}
        .onLanguage=${(next: Language) => move({ ...visit, language: next })}
      ></yc-kiosk-mine>`;
    case 'pickup':
      return html`<yc-kiosk-pickup
        data-takes-keys
        ?data-low=${isLow}
        .hall=${line.hall}
        .language=${language}
        .credentials=${line.credentials}
        .zones=${zonesOf(scene)}
        .canSend=${line.canSend}
        .hallNow=${line.hallNow}
        .onChosen=${(row: PickupRow) => move(toCollect(visit, row))}
        .onByItem=${() => {
          const pickup = { of: null, readyAt: null };
          const collecting = { ...visit, pickup, basket: EMPTY_BASKET };
          move(goTo(collecting, { at: 'search', query: '', page: 0 }));
        }}
      ></yc-kiosk-pickup>`;
    case 'agent':
      return html`<yc-kiosk-agent
        data-takes-keys
        ?data-low=${isLow}
        .hall=${line.hall}
        .language=${language}
        .credentials=${line.credentials}
        .canSend=${line.canSend}
        .perTurn=${scene.catalogue.rules.agentCasesPerTurn}
        .scanned=${line.scanned}
        .onAgent=${({ agentNo }: Agent) => {
          move(goTo({ ...visit, agent: agentNo, pickup: null }, { at: 'zones' }));
        }}
      ></yc-kiosk-agent>`;
  }
}

function toCollect(visit: Visit, { of, item, readyAt }: PickupRow): Visit {
  return chooseItem({ ...visit, pickup: { of, readyAt } }, item);
}
