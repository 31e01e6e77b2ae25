/** What staff did, newest first, as the audit has it; asked again when the floor has changed. */
import { css, html, nothing } from 'lit';
import { getJson } from '../../shared/client/api.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { clockSeconds } from '../../shared/client/format.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { AuditRow } from '../../shared/protocol/http.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';
import { eventText } from '../../shared/text/manager-events.ts';
import { managerText } from '../../shared/text/manager.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { tableStyles } from './table-styles.ts';
import { outcomesOf, reasonsOf } from './timeline-words.ts';

const LIMIT = 200;
const ASK_EVERY_MS = 5_000;

export interface AuditNames {
  /** Staff by number, zones by code, in the page's language. */
  readonly staff: ReadonlyMap<string, string>;
  readonly zones: ReadonlyMap<string, string>;
}

export class AuditList extends YcElement {
  static override properties = {
    hall: {},
    language: {},
    names: { attribute: false },
    onlyManager: { state: true },
    rows: { state: true },
    hasFailed: { state: true },
  };
  static override styles = [
    tokens,
    staffStyles,
    tableStyles,
    css`
      .filter {
        display: flex;
        gap: var(--space-1);
        margin-bottom: 8px;
      }
      .filter button.plain {
        transition: none;
      }
      .filter button.plain[aria-pressed='true'],
      .filter button.plain[aria-pressed='true']:active,
      .filter button.plain[aria-pressed='true']:hover {
        border-color: var(--ink);
        background: var(--ink);
        color: var(--on-accent);
      }
    `,
  ];
  declare hall: string;
  declare language: Language;
  declare names: AuditNames;
  declare onlyManager: boolean;
  declare rows: readonly AuditRow[] | null;
  declare hasFailed: boolean;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.onlyManager = false;
    this.rows = null;
    this.hasFailed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask();
    this.keepEvery(ASK_EVERY_MS, () => void this.#ask());
  }

  protected override render() {
    const text = managerText[this.language];
    const rows = this.#shown();
    const empty = this.onlyManager ? text.auditNoManager : text.auditEmpty;
    return html`<section class="sheet">
      <h2>${text.auditTitle}</h2>
      ${this.#filter()}
      ${this.hasFailed ? html`<p class="attention" role="status">${text.auditFailed}</p>` : nothing}
      ${rows?.length === 0 ? html`<p class="quiet">${empty}</p>` : nothing}
      ${
        rows === null || rows.length === 0
          ? nothing
          : html`<table>
              <thead>
                <tr>
                  <th>${text.at}</th>
                  <th>${text.by}</th>
                  <th>${text.action}</th>
                  <th>${text.detail}</th>
                </tr>
              </thead>
              <tbody>
                ${rows.map((row) => this.#row(row))}
              </tbody>
            </table>`
      }
    </section>`;
  }

  #filter() {
    const text = managerText[this.language];
    const one = (words: string, onlyManager: boolean) =>
      html`<button
        class="plain"
        type="button"
        aria-pressed=${this.onlyManager === onlyManager}
        @click=${() => {
          this.onlyManager = onlyManager;
        }}
      >
        ${words}
      </button>`;
    return html`<div class="filter" role="group" aria-label=${text.auditTitle}>
      ${one(text.auditAll, false)} ${one(text.auditManager, true)}
    </div>`;
  }

  #shown(): readonly AuditRow[] | null {
    if (!this.onlyManager) return this.rows;
    return this.rows?.filter(({ by }) => by.startsWith('manager:')) ?? null;
  }

  #row({ at, by, action, detail }: AuditRow) {
    const words: Readonly<Record<string, string>> = eventText[this.language];
    return html`<tr>
      <td>${clockSeconds(at)}</td>
      <td>${this.#person(by)}</td>
      <td>${words[action] ?? action}</td>
      <td>${this.#about(detail)}</td>
    </tr>`;
  }

  #person(by: string): string {
    const [kind = '', id = ''] = by.split(':');
    const text = managerText[this.language].actors;
    const role = kind in text ? text[kind as keyof typeof text] : kind;
    return [role, this.names.staff.get(id), id].filter(Boolean).join(' ');
  }

  /** What the action was about, in words: number, window, zones, reason, outcome. */
  #about(detail: AuditRow['detail']): string {
    const { windowName, allZones } = clerkText[this.language];
    const zones = detail['zones'];
    const parts = [
      text(detail['case']) ?? text(detail['ticket']),
      typeof detail['window'] === 'number' ? windowName(detail['window']) : undefined,
      zones === 'all' ? allZones : undefined,
      ...(Array.isArray(zones)
        ? zones.map((code: unknown) => this.names.zones.get(String(code)) ?? String(code))
        : []),
      worded(detail['reason'], reasonsOf(this.language)),
      worded(detail['outcome'], outcomesOf(this.language)),
      this.names.staff.get(text(detail['clerk']) ?? '') ?? text(detail['clerk']),
    ];
    return parts.filter((part) => part !== undefined).join(' · ');
  }

  async #ask(): Promise<void> {
    try {
      this.rows = await getJson<AuditRow[]>(`/api/halls/${this.hall}/audit?limit=${LIMIT}`);
      this.hasFailed = false;
    } catch {
      this.hasFailed = true;
    }
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function worded(value: unknown, words: Readonly<Record<string, string>>): string | undefined {
  const key = text(value);
  return key === undefined ? undefined : (words[key] ?? key);
}

defineElement('yc-audit', AuditList);
