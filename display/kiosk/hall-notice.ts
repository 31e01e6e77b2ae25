/** Why no ticket can be had just now, in words with what to do instead; nothing while one can. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { clockTime } from '../../shared/client/format.ts';
import type { HallLink } from './hall-link.ts';
import type { Scene } from './scene.ts';

/** The notice in the head: cut off, not begun, or over for today. */
export function hallNotice(
  { text, view }: Pick<Scene, 'text' | 'view'>,
  live: HallLink['live'],
): TemplateResult | typeof nothing {
  if (!live || live.link === 'stale' || live.denied) {
    const at = live?.heardHallAt ?? live?.shownAsOfAt ?? null;
    return notice(text.cutOff, at === null ? text.connectingHelp : text.cutOffHelp(clockTime(at)));
  }
  if (view?.phase === 'closed') return notice(text.closed, text.closedHelp);
  if (view?.phase === 'unopened') return notice(text.unopened, text.closedHelp);
  return nothing;
}

function notice(title: string, help: string): TemplateResult {
  return html`<div class="notice" role="alert">
    <strong>${title}</strong>
    <p>${help}</p>
  </div>`;
}
