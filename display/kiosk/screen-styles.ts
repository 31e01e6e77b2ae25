/** The styles of every screen that the page draws itself, in the order of the cascade. */
import { css } from 'lit';
import type { CSSResult } from 'lit';
import { tokens } from '../../shared/client/tokens.ts';
import { cardStyles } from './card-list.ts';
import { chosenStyles } from './chosen-items.ts';
import { classStyles } from './class-choice.ts';
import { closedStyles } from './closed-styles.ts';
import { confirmStyles } from './confirm-screen.ts';
import { emergencyStyles } from './emergency-styles.ts';
import { enrolStyles } from './enrol-screen.ts';
import { footStyles } from './foot-styles.ts';
import { headStyles } from './head-styles.ts';
import { kioskStyles } from './kiosk-styles.ts';
import { materialsStyles } from './materials-styles.ts';
import { matterStyles } from './matter-choice.ts';
import { panelStyles } from './panels.ts';
import { searchStyles } from './search-screen.ts';
import { terminalStyles } from './terminal-styles.ts';
import { zoneStyles } from './zone-choice.ts';

export const screenStyles: readonly CSSResult[] = [
  tokens,
  kioskStyles,
  headStyles,
  footStyles,
  zoneStyles,
  cardStyles,
  matterStyles,
  searchStyles,
  chosenStyles,
  classStyles,
  confirmStyles,
  terminalStyles,
  materialsStyles,
  closedStyles,
  emergencyStyles,
  panelStyles,
  enrolStyles,
  css`
    yc-kiosk-mine,
    yc-kiosk-pickup,
    yc-kiosk-agent {
      grid-row: 2;
    }
  `,
];
