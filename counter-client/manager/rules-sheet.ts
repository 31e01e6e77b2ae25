/**
 * The rules of the hall as rows that can be changed while the hall runs: a draft, a dry run that says in
 * words who of the waiting would move, then publishing as the next version. Who publishes second is
 * told, and nothing of the draft is sent over the other's version.
 */
import { html, nothing } from 'lit';
import { ApiProblem, getJson, postJson } from '../../shared/client/api.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { ConfigView, DryRun, Published } from '../../shared/protocol/configuring.ts';
import type { Language } from '../../shared/text/language.ts';
import { rulesText } from '../../shared/text/manager-rules.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { dryRunPanel, dryRunStyles } from './dry-run-panel.ts';
import './import-sheet.ts';
import { go } from './intents.ts';
import { NO_DRAFT, changesOf, editOf } from './policy-draft.ts';
import type { Draft } from './policy-draft.ts';
import { policyForm, policyFormStyles } from './policy-form.ts';
import { routeHash } from './routes.ts';
import { versionList } from './version-list.ts';
import { isRuleLists, partMark, ruleParts } from './rule-parts.ts';
import { scaleForm } from './scale-form.ts';
import { itemZones } from './item-zones.ts';
import { rulesStyles } from './rules-styles.ts';
import { tableStyles } from './table-styles.ts';

const PARTS = [
  ...['numbers', 'hours', 'calendar', 'slots', 'classes', 'quotas', 'items', 'agents'],
  ...['terminals', 'scale', 'import', 'versions'],
] as const;
const PUBLISH_DEADLINE_MS = 20_000;

export class RulesSheet extends YcElement {
  static override properties = {
    hall: {},
    view: { attribute: false },
    language: {},
    chosen: {},
    config: { state: true },
    draft: { state: true },
    search: { state: true },
    dryRun: { state: true },
    busy: { state: true },
    said: { state: true },
    problem: { state: true },
  };
  static override styles = [
    tokens,
    staffStyles,
    tableStyles,
    policyFormStyles,
    dryRunStyles,
    rulesStyles,
  ];
  declare hall: string;
  declare view: FloorView;
  declare language: Language;
  /** The part of the address. */
  declare chosen: string;
  declare config: ConfigView | null;
  declare draft: Draft;
  declare search: string;
  declare dryRun: DryRun | null;
  declare busy: 'reading' | 'running' | 'publishing' | null;
  declare said: string | null;
  declare problem: string | null;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.chosen = 'numbers';
    this.config = null;
    this.draft = NO_DRAFT;
    this.search = '';
    this.dryRun = null;
    this.busy = null;
    this.said = null;
    this.problem = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  protected override render() {
    const text = rulesText[this.language];
    const { config } = this;
    if (config === null) {
      return html`<p class="quiet" role="status">${this.problem ?? text.loading}</p>
        ${
          this.problem === null
            ? nothing
            : html`<button class="plain" type="button" @click=${() => this.#read()}>
                ${text.again}
              </button>`
        }`;
    }
    const isDraftPart = this.chosen !== 'import' && this.chosen !== 'versions';
    return html`<nav class="parts" aria-label=${text.partsTitle}>
        ${PARTS.map(
          (part) =>
            html`<button
              class="plain"
              type="button"
              data-part=${part}
              aria-current=${part === this.chosen ? 'page' : 'false'}
              @click=${() => {
                go(routeHash('rules', part));
              }}
            >
              ${text.parts[part]} ${partMark(part, this.draft.tables, config.config)}
            </button>`,
        )}
        <span class="quiet">${text.version(config.version)}</span>
      </nav>
      ${
        isDraftPart && this.dryRun
          ? dryRunPanel(this.dryRun, this.view.zones, this.language)
          : nothing
      }
      ${this.#part(config)} ${isDraftPart ? this.#foot(config) : nothing}`;
  }

  #part({ config, fields, versions }: ConfigView) {
    const { language, draft } = this;
    if (isRuleLists(this.chosen)) {
      const change = (tables: Draft['tables']) => {
        this.#change({ ...draft, tables });
      };
      return ruleParts({ part: this.chosen, config, tables: draft.tables, language, change });
    }
    switch (this.chosen) {
      case 'items':
        return itemZones({
          ...{ config, draft, language, search: this.search },
          find: (search) => {
            this.search = search;
          },
          move: (item, zone) => {
            const zones = new Map(draft.zones);
            if (zone === item.zone) zones.delete(item.code);
            else zones.set(item.code, zone);
            this.#change({ ...draft, zones });
          },
        });
      case 'scale':
        return scaleForm(config, draft, language, (levels) => {
          const isSame = levels.length === config.levels.length;
          this.#change({ ...draft, levels: isSame ? null : levels });
        });
      case 'import':
        return html`<yc-import
          .hall=${this.hall}
          .zones=${this.view.zones}
          .language=${language}
          @published=${() => this.#read()}
        ></yc-import>`;
      case 'versions':
        return versionList(versions, this.view.people, language);
      default:
        return policyForm({
          ...{ fields, policy: config.policy, draft, language },
          type: (field, typed) => {
            this.#change({ ...draft, typed: new Map(draft.typed).set(field.key, typed) });
          },
        });
    }
  }

  #foot({ config, fields }: ConfigView) {
    const text = rulesText[this.language];
    const count = changesOf(fields, config, this.draft);
    const isSound = editOf(fields, config, this.draft) !== null;
    const isReady = count > 0 && this.busy === null && isSound;
    const isTried = this.problem === null;
    const mayPublish =
      isTried && isReady && this.dryRun !== null && this.dryRun.faults.length === 0;
    const now = isSound ? text.changes(count) : text.wrong;
    const words = count === 0 && isSound ? (this.said ?? text.none) : now;
    return html`<div class="foot" role="status">
      <span class="grow ${this.problem ? 'problem' : this.said ? 'said' : ''}">
        ${this.problem ?? words}
      </span>
      <button
        class="plain"
        type="button"
        aria-disabled=${count === 0 && this.problem === null}
        @click=${() => {
          void this.#read();
        }}
      >
        ${this.problem === null ? text.discard : text.reload}
      </button>
      <button
        class="plain"
        type="button"
        data-act="dry-run"
        aria-disabled=${!isReady}
        @click=${() => {
          if (isReady) void this.#tryOut();
        }}
      >
        ${this.busy === 'running' ? text.running : text.dryRun}
      </button>
      <button
        class="strong"
        type="button"
        data-act="publish"
        aria-disabled=${!mayPublish}
        @click=${() => {
          if (mayPublish) void this.#publish();
        }}
      >
        ${this.busy === 'publishing' ? text.publishing : text.publish}
      </button>
    </div>`;
  }

  /** What was tried out no longer holds once anything is changed. */
  #change(draft: Draft): void {
    this.draft = draft;
    this.dryRun = null;
    this.said = null;
    this.problem = null;
  }

  async #read(): Promise<void> {
    this.busy = 'reading';
    try {
      this.config = await getJson<ConfigView>(`/api/halls/${this.hall}/config`);
      this.#change(NO_DRAFT);
    } catch {
      this.problem = rulesText[this.language].failed;
    }
    this.busy = null;
  }

  async #tryOut(): Promise<void> {
    const found = await this.#send<DryRun>('running', '/dry-run');
    if (!found) return;
    this.dryRun = found;
    if (found.isMoved) this.problem = rulesText[this.language].moved;
    await this.updateComplete;
    this.renderRoot.querySelector('.dry')?.scrollIntoView({ block: 'start' });
  }

  async #publish(): Promise<void> {
    const done = await this.#send<Published>('publishing', '');
    if (!done) return;
    await this.#read();
    this.said = rulesText[this.language].published(done.version, done.moved);
  }

  async #send<T>(busy: 'running' | 'publishing', path: string): Promise<T | null> {
    if (!this.config) return null;
    const { fields, config } = this.config;
    this.busy = busy;
    this.problem = null;
    try {
      const url = `/api/halls/${this.hall}/config${path}`;
      const options = { language: this.language, deadlineMs: PUBLISH_DEADLINE_MS };
      return await postJson<T>(url, editOf(fields, config, this.draft), options);
    } catch (error) {
      const isTold = error instanceof ApiProblem && error.status > 0;
      this.problem = isTold ? error.message : rulesText[this.language].failed;
      return null;
    } finally {
      this.busy = null;
    }
  }
}

defineElement('yc-rules', RulesSheet);
