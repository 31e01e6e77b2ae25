/** The entry of the kiosk's page. */
import '../../shared/client/base.css';
import { defineElement } from '../../shared/client/define-element.ts';
import { KioskPage } from './kiosk-page.ts';

defineElement('yc-kiosk', KioskPage);
