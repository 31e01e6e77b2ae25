/** The browser's own voice, where it has one for the language; many kiosk browsers have none. */
import { speechText } from '../../text/speech.ts';
import type { Saying } from './announcement.ts';

const DEADLINE_MS = 15_000;
const UNHURRIED_RATE = 0.85;

/** Says it; false when there is no voice or it failed. */
export async function sayWithBrowser(saying: Saying, volume: number): Promise<boolean> {
  if (typeof speechSynthesis === 'undefined') return false;
  const { tag } = speechText[saying.language];
  const voice = speechSynthesis.getVoices().find((one) => one.lang.startsWith(saying.language));
  if (!voice) return false;
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(saying.words);
    utterance.voice = voice;
    utterance.lang = tag;
    utterance.rate = UNHURRIED_RATE;
    utterance.volume = volume;
    const deadline = setTimeout(() => {
      speechSynthesis.cancel();
      resolve(false);
    }, DEADLINE_MS);
    const end = (said: boolean) => {
      clearTimeout(deadline);
      resolve(said);
    };
    utterance.onend = () => {
      end(true);
    };
    utterance.onerror = () => {
      end(false);
    };
    speechSynthesis.speak(utterance);
  });
}

/** Falls silent at once. */
export function stopBrowserSpeech(): void {
  if (typeof speechSynthesis !== 'undefined') speechSynthesis.cancel();
}
