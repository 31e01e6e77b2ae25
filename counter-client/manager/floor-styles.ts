/** The manager's page: head, the day's sums, then the floor with the rail of alerts beside it. */
import { css } from 'lit';
import { tokens } from '../../shared/client/tokens.ts';
import { answerLineStyles } from '../parts/answer-line.ts';
import { frameBarStyles } from '../parts/frame-bar.ts';
import { languageSwitchStyles } from '../parts/language-switch.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { statusChipStyles } from '../parts/status-chip.ts';
import { alertRailStyles } from './alert-rail.ts';
import { daySumsStyles } from './day-sums.ts';
import { floorTabsStyles } from './floor-tabs.ts';
import { heatMarkStyles } from './heat-mark.ts';
import { tableStyles } from './ratings-table.ts';
import { windowTileStyles } from './window-tile.ts';
import { zoneAreaStyles } from './zone-area.ts';
import { zoneStripStyles } from './zone-strip.ts';

const layout = css`
  :host {
    display: grid;
    grid-template: auto auto auto minmax(0, 1fr) / minmax(0, 1fr);
    height: 100dvh;
    min-height: 640px;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 344px;
    min-height: 0;
  }
  .main {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    min-height: 0;
  }
  .scroll {
    display: grid;
    gap: 12px;
    align-content: start;
    min-height: 0;
    padding: 12px var(--space-3);
    overflow-y: auto;
  }
  .main .answer {
    margin: 0 var(--space-3) 8px;
  }
  yc-link {
    position: fixed;
    top: 72px;
    right: 24px;
    z-index: 2;
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
  statusChipStyles,
  answerLineStyles,
  frameBarStyles,
  languageSwitchStyles,
  windowTileStyles,
  heatMarkStyles,
  zoneAreaStyles,
  zoneStripStyles,
  alertRailStyles,
  daySumsStyles,
  tableStyles,
  floorTabsStyles,
  layout,
];
