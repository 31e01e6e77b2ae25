/** The entry of the lobby screen's page. */
import '../../shared/client/base.css';
import './lobby.css';
import './lobby-page.ts';
import { keepPage } from '../offline/keep-page.ts';

void keepPage();
