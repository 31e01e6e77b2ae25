/** What a device asks once: which window it stands at, and its key. */
import { html } from 'lit';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';

/** Asks for the window and opens the page for it. */
export function windowForm(language: Language) {
  const text = signInText[language];
  return html`<main class="setting">
    <form>
      <h1>${text.chooseWindow}</h1>
      <label
        >${text.windowNo}
        <input name="n" inputmode="numeric" pattern="[1-9][0-9]{0,3}" required />
      </label>
      <button type="submit">${text.save}</button>
    </form>
  </main>`;
}

/** Asks for the key that the manager gave for this device. */
export function enrolForm(language: Language, enrol: (key: string) => void) {
  const text = signInText[language];
  return html`<main class="setting">
    <form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const form = event.currentTarget as HTMLFormElement;
        const key = new FormData(form).get('key');
        if (typeof key === 'string' && key.trim() !== '') enrol(key);
      }}
    >
      <h1>${text.notEnrolled}</h1>
      <p>${text.notEnrolledHow}</p>
      <label>${text.deviceKey} <input name="key" autocomplete="off" spellcheck="false" /></label>
      <button type="submit">${text.save}</button>
    </form>
  </main>`;
}
