/** What lies under each tab of the manager's page. */
import { html } from 'lit';
import type { Catalogue, Session } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import './advice-sheet.ts';
import { adviceStrip } from './advice-strip.ts';
import './audit-list.ts';
import './board-line.ts';
import { bookingsSheet } from './bookings-sheet.ts';
import { daySums } from './day-sums.ts';
import './floor-map.ts';
import { auditNames } from './floor-words.ts';
import './holes-sheet.ts';
import './passed-sheet.ts';
import './replay-sheet.ts';
import type { Route } from './routes.ts';
import './rules-sheet.ts';
import './shadow-sheet.ts';
import { sumsSheet } from './sums-sheet.ts';
import './timeline-sheet.ts';
import './waiting-sheet.ts';

export interface Sheet {
  readonly view: FloorView;
  readonly language: Language;
  readonly now: number;
  readonly route: Route;
  readonly session: Session;
  /** Null while it is on its way: codes stand for names. */
  readonly catalogue: Catalogue | null;
  readonly inFlight: string | null;
}

/** The sheet of the chosen tab. */
export function sheetOf(sheet: Sheet) {
  const { view, language, now, route, session, catalogue, inFlight } = sheet;
  switch (route.tab) {
    case 'floor':
      return html`${adviceStrip(view, language)}<yc-board-line
          .hall=${session.hall}
          .view=${view}
          .language=${language}
          .now=${now}
        ></yc-board-line>
        ${daySums(view, language)}
        <yc-floor-map
          .view=${view}
          .language=${language}
          .now=${now}
          .inFlight=${inFlight}
        ></yc-floor-map>`;
    case 'advice':
      return html`<yc-advice
        .hall=${session.hall}
        .view=${view}
        .language=${language}
        .now=${now}
        .inFlight=${inFlight}
      ></yc-advice>`;
    case 'waiting':
      return html`<yc-waiting
        .view=${view}
        .language=${language}
        .now=${now}
        .catalogue=${catalogue}
        .chosen=${route.args[0] ?? null}
        .isGuide=${session.kind === 'guide'}
      ></yc-waiting>`;
    case 'passed':
      return html`<yc-passed
        .hall=${session.hall}
        .view=${view}
        .language=${language}
        .now=${now}
        .chosen=${Number(route.args[0] ?? 0)}
      ></yc-passed>`;
    case 'ticket':
      return html`<yc-timeline
        .hall=${session.hall}
        .view=${view}
        .language=${language}
        .catalogue=${catalogue}
        .args=${route.args}
      ></yc-timeline>`;
    case 'bookings':
      return bookingsSheet(sheet);
    case 'holes':
      return html`<yc-holes
        .view=${view}
        .language=${language}
        .catalogue=${catalogue}
      ></yc-holes>`;
    case 'sums':
      return html`${sumsSheet(view, language)}<yc-shadow
          .hall=${session.hall}
          .language=${language}
          .zones=${view.zones}
        ></yc-shadow>`;
    case 'replay':
      return html`<yc-replay
        .hall=${session.hall}
        .today=${view.date}
        .language=${language}
        .date=${route.args[0] ?? view.date}
      ></yc-replay>`;
    case 'rules':
      return html`<yc-rules
        .hall=${session.hall}
        .view=${view}
        .language=${language}
        .chosen=${route.args[0] ?? 'numbers'}
      ></yc-rules>`;
    case 'audit':
      return html`<yc-audit
        .hall=${session.hall}
        .language=${language}
        .names=${auditNames(view, language)}
      ></yc-audit>`;
  }
}
