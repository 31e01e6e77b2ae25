/** Before there is a hall to show: waiting for the server, or for the device's key. */
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { KioskText } from '../../shared/text/kiosk.ts';

/** The server has not answered yet; the page asks again by itself. */
export function waitScreen(text: KioskText): TemplateResult {
  return html`<main class="enrol">
    <h1>${text.connecting}</h1>
    <p class="hint">${text.connectingHelp}</p>
  </main>`;
}

/** This device has no key: a field where the manager's can be pasted. */
export function enrolScreen(text: KioskText, onKey: (key: string) => void): TemplateResult {
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const key = new FormData(event.target as HTMLFormElement).get('key');
    if (typeof key === 'string' && key.trim() !== '') onKey(key);
  };
  return html`<main class="enrol">
    <h1>${text.notEnrolled}</h1>
    <p class="hint">${text.notEnrolledHelp}</p>
    <form @submit=${save}>
      <label>${text.deviceKey}<input name="key" autocomplete="off" spellcheck="false" /></label>
      <button class="primary">${text.saveKey}</button>
    </form>
  </main>`;
}

export const enrolStyles = css`
  .enrol {
    grid-row: 1 / 3;
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: 16px;
    padding: 0 80px;
  }
  .enrol form,
  .enrol label {
    display: grid;
    gap: 16px;
  }
  .enrol form {
    margin-top: 32px;
  }
  .enrol input {
    height: 112px;
    padding: 0 24px;
    border: 3px solid var(--ink);
    border-radius: var(--radius);
    background: var(--panel);
  }
`;
