/** The entry of the window screen's page. */
import '../../shared/client/base.css';
import './window-page.ts';
import { keepPage } from '../offline/keep-page.ts';

void keepPage();
