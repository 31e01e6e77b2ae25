/** Why no ticket can be had just now, in words with what to do instead; nothing while one can. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { clockTime } from '../../shared/client/format.ts';
import { noticeWords } from '../../shared/client/notice-words.ts';
import type { Language } from '../../shared/text/language.ts';
import type { HallLink } from './hall-link.ts';
import type { Scene } from './scene.ts';

const TOLD_MAX = 2;

/** The notice in the head: cut off, not begun, over for today, or what a manager tells. */
export function hallNotice(
  { text, view, visit }: Pick<Scene, 'text' | 'view' | 'visit'>,
  live: HallLink['live'],
): TemplateResult | typeof nothing {
  if (!live || live.link === 'stale' || live.denied) {
    const at = live?.heardHallAt ?? live?.shownAsOfAt ?? null;
    return notice(text.cutOff, at === null ? text.connectingHelp : text.cutOffHelp(clockTime(at)));
  }
  if (view?.phase === 'closed') return notice(text.closed, text.closedHelp);
  if (view?.phase === 'unopened') return notice(text.unopened, text.closedHelp);
  return visit.place.at === 'zones' ? told(view, visit.language) : nothing;
}

/** What a manager tells of overloaded zones; the first screen alone has room for it. */
function told(view: Scene['view'], language: Language): TemplateResult | typeof nothing {
  const lines = (view?.notices ?? []).slice(0, TOLD_MAX);
  if (!view || lines.length === 0) return nothing;
  return html`<div class="notice told" role="status">
    ${lines.map((line) => html`<p>${noticeWords(line, view.zones, language)}</p>`)}
  </div>`;
}

function notice(title: string, help: string): TemplateResult {
  return html`<div class="notice" role="alert">
    <strong>${title}</strong>
    <p>${help}</p>
  </div>`;
}
