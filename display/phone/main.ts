/** The entry of the visitor's own page, reached by the QR on the ticket. */
import '../../shared/client/base.css';
import { defineElement } from '../../shared/client/define-element.ts';
import { PhonePage } from './phone-page.ts';

defineElement('yc-phone', PhonePage);
