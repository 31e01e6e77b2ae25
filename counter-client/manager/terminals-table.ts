/** The self-service terminals: the state of each, to be set by hand, and how many were sent there. */
import { css, html, nothing } from 'lit';
import type { Language } from '../../shared/text/language.ts';
import { hallText } from '../../shared/text/manager-hall.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { act } from './intents.ts';

const STATES = ['free', 'busy', 'fault'] as const;

export const terminalsStyles = css`
  .states {
    display: flex;
    gap: 6px;
    justify-content: flex-end;
  }
  .states button.plain {
    min-height: 34px;
    padding: 0 12px;
  }
  .states button.plain[aria-pressed='true'],
  .states button.plain[aria-pressed='true']:hover {
    transition: none;
    border-color: var(--ink);
    background: var(--ink);
    color: var(--on-accent);
  }
`;

export function terminalsTable(view: FloorView, language: Language) {
  const text = hallText[language].terminals;
  return html`<section class="sheet terminals">
    <h2>${text.title}</h2>
    ${view.terminals.length === 0 ? html`<p class="quiet">${text.none}</p>` : nothing}
    <table>
      <tbody>
        ${view.terminals.map(
          ({ no, name, status, diverted }) =>
            html`<tr data-terminal=${no}>
              <td><strong>${name[language]}</strong></td>
              <td class=${status === 'fault' ? 'attention' : ''}>${text.states[status]}</td>
              <td>${text.diverted} ${text.people(diverted)}</td>
              <td>
                <div class="states" role="group" aria-label=${`${text.state} ${String(no)}`}>
                  ${STATES.map(
                    (state) =>
                      html`<button
                        class="plain"
                        type="button"
                        aria-pressed=${state === status}
                        aria-label=${text.set(text.states[state])}
                        @click=${({ currentTarget }: Event) => {
                          const command = { type: 'reportTerminal', terminal: no, status: state };
                          if (currentTarget && state !== status) act(currentTarget, command);
                        }}
                      >
                        ${text.states[state]}
                      </button>`,
                  )}
                </div>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
