/** Called: the whole page is vermilion, and where to go is the largest thing on it. */
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Language } from '../../shared/text/language.ts';
import type { PhoneText } from '../../shared/text/phone.ts';
import type { TicketView } from '../../shared/views/ticket-page.ts';

/** The window to go to, the number to recognise, the way to walk. */
export function calledCard(view: TicketView, text: PhoneText, language: Language): TemplateResult {
  return html`<section class="called" role="alert">
    <p class="called-now">${text.calledNow}</p>
    <p class="called-number">${view.ticket}</p>
    <p class="go">${text.called}</p>
    <p class="go-window">
      ${view.window === null ? view.zoneName[language] : text.calledWindow(view.window)}
    </p>
    <p class="go-way">
      ${text.floor(view.floor)} · ${view.way[language]}<br />
      ${view.windowName?.[language] ?? ''}
    </p>
    <p class="go-times">${text.calledTimes(view.calls)}</p>
  </section>`;
}

export const calledStyles = css`
  .page.is-called {
    max-width: none;
    background: var(--vermilion-deep);
    color: var(--on-accent);
  }
  .is-called > * {
    width: 100%;
    max-width: 448px;
    margin-inline: auto;
  }
  .called {
    flex: 1;
    display: flex;
    flex-direction: column;
    justify-content: center;
    padding: 0 8px;
    animation: arrive 250ms ease-out;
  }
  .called-now {
    font-size: 26px;
    font-weight: 700;
  }
  .called-number {
    font-size: 64px;
    font-weight: 700;
    line-height: 1.2;
  }
  .go {
    margin-top: 32px;
    font-size: 40px;
    font-weight: 700;
    line-height: 1.2;
  }
  .go-window {
    font-size: clamp(56px, 19vw, 84px);
    font-weight: 700;
    line-height: 1.15;
    letter-spacing: -0.02em;
    white-space: nowrap;
  }
  .go-way {
    margin-top: 20px;
    font-size: 22px;
    font-weight: 500;
  }
  .go-times {
    margin-top: 12px;
    font-size: 20px;
  }
  .go-window:lang(en) {
    font-size: clamp(48px, 17vw, 70px);
  }
  .page.is-called .language button {
    color: var(--on-accent);
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(16px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .called {
      animation: none;
    }
  }
`;
