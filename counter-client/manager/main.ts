/** The entry of the manager's page. */
import '../../shared/client/base.css';
import { defineElement } from '../../shared/client/define-element.ts';
import { ManagerPage } from './manager-page.ts';

defineElement('yc-manager', ManagerPage);
