/** The entry of the clerk's desk. */
import '../../shared/client/base.css';
import { defineElement } from '../../shared/client/define-element.ts';
import { ClerkPage } from './clerk-page.ts';

defineElement('yc-clerk', ClerkPage);
