/**
 * Takes a hall's lists in from CSV: choose the files, check, read every fault with its line, column and
 * reason, and only then publish. Nothing of a bad file is taken.
 */
import { css, html, nothing } from 'lit';
import { ApiProblem, postJson } from '../../shared/client/api.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { ImportReport } from '../../shared/protocol/configuring.ts';
import type { Language } from '../../shared/text/language.ts';
import { rulesText } from '../../shared/text/manager-rules.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { dryRunPanel, dryRunStyles } from './dry-run-panel.ts';
import { tableStyles } from './table-styles.ts';

const FILES = ['catalogue', 'windows', 'clerks'] as const;
type FileKind = (typeof FILES)[number];
const LISTS = ['items', 'windows', 'staff'] as const;
const DEADLINE_MS = 60_000;

interface ReadFile {
  readonly name: string;
  readonly text: string;
}

export class ImportSheet extends YcElement {
  static override properties = {
    hall: {},
    zones: { attribute: false },
    language: {},
    files: { state: true },
    report: { state: true },
    busy: { state: true },
    problem: { state: true },
  };
  static override styles = [
    tokens,
    staffStyles,
    tableStyles,
    dryRunStyles,
    css`
      :host,
      .sheet {
        display: grid;
        gap: 12px;
      }
      .file {
        display: grid;
        grid-template-columns: 300px auto minmax(0, 1fr);
        gap: 12px;
        align-items: center;
      }
      .file input {
        position: absolute;
        width: 1px;
        height: 1px;
        opacity: 0;
      }
      .file label:focus-within {
        outline: 3px solid var(--ink);
        outline-offset: 2px;
      }
      label.plain {
        display: inline-flex;
        align-items: center;
        min-height: 40px;
        padding: 0 var(--space-2);
        border: 1px solid var(--line);
        border-radius: 8px;
        cursor: pointer;
      }
      .do {
        display: flex;
        gap: 12px;
      }
      .wrong {
        color: var(--vermilion-deep);
        font-weight: var(--weight-bold);
      }
    `,
  ];
  declare hall: string;
  declare zones: FloorView['zones'];
  declare language: Language;
  declare files: Readonly<Partial<Record<FileKind, ReadFile>>>;
  declare report: ImportReport | null;
  declare busy: boolean;
  declare problem: string | null;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.files = {};
    this.report = null;
    this.busy = false;
    this.problem = null;
  }

  protected override render() {
    const text = rulesText[this.language];
    const mayCheck = Object.keys(this.files).length > 0 && !this.busy;
    const { report } = this;
    const mayTake =
      mayCheck && report !== null && report.faults.length === 0 && report.published === null;
    return html`<section class="sheet">
        <h2>${text.parts.import}</h2>
        <p class="quiet">${text.importHint}</p>
        ${FILES.map((kind) => this.#file(kind))}
        ${this.problem === null ? nothing : html`<p class="wrong" role="alert">${this.problem}</p>`}
        <div class="do">
          <button
            class="plain"
            type="button"
            data-act="check"
            aria-disabled=${!mayCheck}
            @click=${() => {
              if (mayCheck) void this.#send('/check');
            }}
          >
            ${this.busy ? text.checking : text.check}
          </button>
          <button
            class="strong"
            type="button"
            data-act="take"
            aria-disabled=${!mayTake}
            @click=${() => {
              if (mayTake) void this.#send('');
            }}
          >
            ${text.take}
          </button>
        </div>
      </section>
      ${report === null ? nothing : this.#report(report)}`;
  }

  #file(kind: FileKind) {
    const text = rulesText[this.language];
    return html`<div class="file">
      <span>${text.files[kind]}</span>
      <label class="plain">
        ${text.chooseFile}
        <input
          type="file"
          name=${kind}
          accept=".csv,text/csv"
          aria-label=${`${text.chooseFile} ${text.files[kind]}`}
          @change=${({ target }: Event) => {
            void this.#choose(kind, (target as HTMLInputElement).files?.[0]);
          }}
        />
      </label>
      <span class="quiet">${this.files[kind]?.name ?? text.noFile}</span>
    </div>`;
  }

  #report({ faults, counts, dryRun, published, signIns }: ImportReport) {
    const text = rulesText[this.language];
    if (faults.length > 0) return this.#faults(faults);
    return html`<section class="sheet report" role="status">
        ${
          published === null
            ? nothing
            : html`<h2>${text.published(published.version, published.moved)}</h2>`
        }
        ${LISTS.map((list) => {
          const row = counts[list];
          if (!row) return nothing;
          return html`<p>
            <strong>${text.lists[list]}</strong>
            ${text.counts(row.new, row.changed, row.retired, row.unchanged)}
          </p>`;
        })}
        ${
          signIns.length === 0
            ? nothing
            : html`<h2>${text.signIns}</h2>
                <ul>
                  ${signIns.map(({ staffNo, password }) => html`<li>${staffNo} ${password}</li>`)}
                </ul>`
        }
      </section>
      ${
        dryRun === null || published !== null
          ? nothing
          : dryRunPanel(dryRun, this.zones, this.language)
      }`;
  }

  #faults(faults: ImportReport['faults']) {
    const text = rulesText[this.language];
    return html`<section class="sheet report" role="alert">
      <h2 class="wrong">${text.importFaults(faults.length)}</h2>
      <table>
        <thead>
          <tr>
            <th>${text.fault.file}</th>
            <th class="number">${text.fault.line}</th>
            <th>${text.fault.column}</th>
            <th>${text.fault.reason}</th>
          </tr>
        </thead>
        <tbody>
          ${faults.map(
            ({ file, line, column, message }) =>
              html`<tr>
                <td>${file}</td>
                <td class="number">${line > 0 ? line : ''}</td>
                <td>${column}</td>
                <td>${message}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  async #choose(kind: FileKind, file: File | undefined): Promise<void> {
    this.report = null;
    this.problem = null;
    if (!file) return;
    const text = csvText(await file.arrayBuffer());
    if (text === null) this.problem = rulesText[this.language].unread(file.name);
    else this.files = { ...this.files, [kind]: { name: file.name, text } };
  }

  async #send(path: string): Promise<void> {
    this.busy = true;
    this.problem = null;
    const chosen = Object.entries(this.files).map(([kind, file]) => [kind, file.text]);
    try {
      const url = `/api/halls/${this.hall}/import${path}`;
      const options = { language: this.language, deadlineMs: DEADLINE_MS };
      this.report = await postJson<ImportReport>(url, Object.fromEntries(chosen), options);
      if (this.report.published) this.dispatchEvent(new CustomEvent('published'));
    } catch (error) {
      const isTold = error instanceof ApiProblem && error.status > 0;
      this.problem = isTold ? error.message : rulesText[this.language].importFailed;
    }
    this.busy = false;
  }
}

/** Spreadsheets of the region write UTF-8 or GB18030. */
function csvText(bytes: ArrayBuffer): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding is tried.
    }
  }
  return null;
}

defineElement('yc-import', ImportSheet);
