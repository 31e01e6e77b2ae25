/** The manager's page: head, the day's sums, then the floor with the rail of alerts beside it. */
import { css } from 'lit';
import { tokens } from '../../shared/client/tokens.ts';
import { answerLineStyles } from '../parts/answer-line.ts';
import { frameBarStyles } from '../parts/frame-bar-styles.ts';
import { languageSwitchStyles } from '../parts/language-switch.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { adviceStripStyles } from './advice-strip.ts';
import { alertRailStyles } from './alert-rail.ts';
import { overloadStyles } from './overload-answers.ts';
import { terminalsStyles } from './terminals-table.ts';
import { daySumsStyles } from './day-sums-styles.ts';
import { floorTabsStyles } from './floor-tabs-styles.ts';
import { heatMarkStyles } from './heat-mark.ts';
import { tableStyles } from './table-styles.ts';
import { zoneStripStyles } from './zone-strip-styles.ts';

const layout = css`
  :host {
    display: grid;
    grid-template: auto auto auto auto minmax(0, 1fr) / minmax(0, 1fr);
    height: 100dvh;
    min-height: 640px;
  }
  .body {
    display: grid;
    min-height: 0;
  }
  .body.beside {
    grid-template-columns: minmax(0, 1fr) 320px;
  }
  .main {
    position: relative;
    display: grid;
    min-height: 0;
  }
  .scroll {
    display: grid;
    gap: 8px;
    align-content: start;
    min-height: 0;
    padding: 8px var(--space-3) 12px;
    overflow-y: auto;
  }
  /* Over the floor, so that nothing moves when it comes and goes. */
  .main .answer {
    position: absolute;
    bottom: 12px;
    left: var(--space-3);
    z-index: 1;
    max-width: calc(100% - 2 * var(--space-3));
    margin: 0;
    padding: 8px 16px;
    border: 1px solid var(--line);
    background: var(--panel);
    box-shadow: var(--shadow);
  }
  .main .answer.refused {
    background: var(--amber-soft);
  }
  button.plain.emergency-open {
    align-self: center;
    min-height: 34px;
    border-color: var(--vermilion-deep);
    color: var(--vermilion-deep);
    font-weight: var(--weight-bold);
  }
  yc-link {
    position: fixed;
    top: 72px;
    right: 24px;
    z-index: 2;
  }
  @media print {
    :host {
      display: block;
      height: auto;
    }
    .bar,
    .tabs-row,
    .strip,
    .emergency,
    .rail,
    .answer,
    yc-link {
      display: none;
    }
    .body.beside {
      display: block;
    }
    .scroll {
      overflow: visible;
    }
  }
  .stale .scroll {
    opacity: 0.6;
  }
  .waiting {
    display: grid;
    grid-row: 1 / -1;
    place-content: center;
  }
`;

/** The page's own layout after the styles of everything that lies in it. */
export const floorStyles = [
  tokens,
  staffStyles,
  answerLineStyles,
  frameBarStyles,
  languageSwitchStyles,
  heatMarkStyles,
  zoneStripStyles,
  adviceStripStyles,
  alertRailStyles,
  overloadStyles,
  daySumsStyles,
  terminalsStyles,
  tableStyles,
  floorTabsStyles,
  layout,
];
