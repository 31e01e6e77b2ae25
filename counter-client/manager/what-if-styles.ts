/** How the sketch of "what if" looks: areas side by side, small tiles, changed ones marked. */
import { css } from 'lit';

export const whatIfStyles = css`
  .areas {
    display: grid;
    gap: 6px;
    margin: 8px 0;
  }
  .area {
    display: grid;
    grid-template-columns: 108px minmax(0, 1fr);
    gap: 8px;
    padding: 6px 8px;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: #f3f2ec;
  }
  .area.closed {
    border-style: dashed;
    background: var(--paper);
  }
  .area.target {
    outline: 3px dashed var(--jade-deep);
    outline-offset: -3px;
  }
  .area h3 {
    font-size: 15px;
    line-height: 1.35;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(148px, 1fr));
    gap: 6px;
    align-items: start;
    min-height: 40px;
  }
  .tile {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 2px 8px;
    align-items: center;
    padding: 4px 6px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--panel);
    cursor: grab;
  }
  .tile.changed {
    border: 2px solid var(--jade-deep);
    background: var(--jade-soft);
  }
  .tile .no {
    font-size: 20px;
    font-weight: var(--weight-bold);
    line-height: 1.1;
  }
  .tile .who {
    overflow: hidden;
    font-size: 14px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tile select {
    grid-column: 1 / -1;
    width: 100%;
    min-height: 28px;
    padding: 0 2px;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--panel);
    font-size: 13px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    align-items: center;
    justify-content: flex-end;
  }
  .foot > .quiet {
    margin-right: auto;
  }
  .foot label {
    display: flex;
    gap: 8px;
    align-items: center;
    margin-right: auto;
  }
  .foot select.field {
    width: auto;
    min-height: 40px;
  }
  .forecast {
    display: grid;
    gap: 8px;
    margin-top: 10px;
    padding-top: 10px;
    border-top: 1px solid var(--line);
  }
  .forecast :is(td, th) {
    padding: 6px 8px;
    text-align: left;
  }
  .forecast .sure {
    font-weight: var(--weight-bold);
  }
  .better {
    color: var(--jade-deep);
    font-weight: var(--weight-bold);
  }
  .worse {
    color: var(--amber-deep);
    font-weight: var(--weight-bold);
  }
  .warn {
    margin-top: 8px;
    color: var(--amber-deep);
    font-weight: var(--weight-strong);
  }
`;
