/** How the desk is laid out: 1440×900, work on the left, the queue on the right, nothing jumps. */
import { css } from 'lit';
import { tokens } from '../../shared/client/tokens.ts';
import { answerLineStyles } from '../parts/answer-line.ts';
import { choiceRowStyles } from '../parts/choice-row-styles.ts';
import { frameBarStyles } from '../parts/frame-bar-styles.ts';
import { languageSwitchStyles } from '../parts/language-switch.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { statusChipStyles } from '../parts/status-chip.ts';
import { actionDockStyles } from './action-dock.ts';
import { caseListStyles } from './case-list.ts';
import { chiefCallStyles } from './chief-calls.ts';
import { deskAlarmStyles } from './desk-alarms.ts';
import { materialListStyles } from './material-list.ts';
import { outcomeChoiceStyles } from './outcome-choice.ts';
import { queueSideStyles } from './queue-side.ts';
import { visitMarkStyles } from './visit-marks.ts';
import { visitorPanelStyles } from './visitor-panel.ts';

const layout = css`
  :host {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
    height: 100dvh;
    min-height: 640px;
  }
  .window {
    padding: 2px 12px;
    border-radius: 8px;
    background: var(--ink);
    color: var(--on-accent);
    font-weight: var(--weight-bold);
    white-space: nowrap;
  }
  .kind {
    padding: 2px 10px;
    border: 1px solid var(--slate);
    border-radius: 8px;
    color: var(--slate-deep);
    white-space: nowrap;
  }
  .kind.flash {
    border-color: var(--amber-deep);
    background: var(--amber-soft);
    color: var(--amber-deep);
    font-weight: var(--weight-strong);
  }
  .scope {
    min-width: 0;
    color: var(--slate-deep);
    line-height: 1.25;
    text-wrap: balance;
  }
  .bar:lang(en) .scope {
    font-size: 14px;
  }
  .desk {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 432px;
    min-height: 0;
  }
  .work {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    gap: 10px;
    min-height: 0;
    padding: 12px var(--space-3);
  }
  .middle {
    display: grid;
    align-content: start;
    gap: 12px;
    min-height: 0;
    /* Room for the ring of what has the focus, which the edge would cut. */
    margin: -6px -10px;
    padding: 6px 10px;
    overflow-y: auto;
    scroll-padding-block: 10px;
  }
  .middle > :not(.cases) {
    order: -1;
  }
  yc-link {
    position: fixed;
    top: 80px;
    right: 472px;
    z-index: 2;
  }
  .keys {
    padding: var(--space-2);
    box-shadow: var(--shadow);
  }
  .keys ul {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    gap: 8px;
    margin-top: 8px;
  }
  .waiting {
    display: grid;
    place-content: center;
  }
  .desk.stale :is(.visitor, .cases, aside) {
    opacity: 0.6;
  }
`;

/** The desk's own layout after the styles of everything that lies in it. */
export const deskStyles = [
  tokens,
  staffStyles,
  statusChipStyles,
  answerLineStyles,
  frameBarStyles,
  languageSwitchStyles,
  choiceRowStyles,
  visitMarkStyles,
  deskAlarmStyles,
  chiefCallStyles,
  visitorPanelStyles,
  caseListStyles,
  materialListStyles,
  outcomeChoiceStyles,
  actionDockStyles,
  queueSideStyles,
  layout,
];
