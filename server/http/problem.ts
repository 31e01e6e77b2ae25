/** Refusals as answers: a status, a code, and one sentence in the asked language. */
import type { Context } from 'hono';
import type { RefusalCode } from '../../shared/hall/refusal.ts';
import type { Refused, ShellRefusal } from '../../shared/protocol/messages.ts';
import { SHELL_REFUSALS } from '../../shared/protocol/messages.ts';
import type { Language } from '../../shared/text/language.ts';
import { refusalText } from '../../shared/text/refusals.ts';

/** The language that the page asks for; traditional for Taiwan, Hong Kong and Macao. */
export function askedLanguage(c: Context): Language {
  const asked = (c.req.header('accept-language') ?? '').toLowerCase();
  if (/^zh-(hant|tw|hk|mo)/.test(asked)) return 'zh-Hant';
  return asked.startsWith('en') ? 'en' : 'zh-Hans';
}

/** Answers a refusal of the shell; `fault` says in a few words what was wrong with the input. */
export function problem(c: Context, code: ShellRefusal, fault?: string): Response {
  if (code === 'unavailable') c.header('Retry-After', '1');
  const message = refusalText(code, askedLanguage(c));
  const body: Refused = { outcome: 'refused', code, message };
  return c.json(fault === undefined ? body : { ...body, fault }, SHELL_REFUSALS[code]);
}

/** Answers a refusal of the hall's rules: 409, or 403 where the asker may not do such a thing. */
export function refusal(c: Context, code: RefusalCode, detail?: string): Response {
  const message = refusalText(code, askedLanguage(c), detail);
  const body: Refused = { outcome: 'refused', code, message };
  return c.json(body, code === 'not-allowed' ? 403 : 409);
}
