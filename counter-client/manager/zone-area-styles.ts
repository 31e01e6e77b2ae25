/** One zone on the floor: its head, and its windows as tiles. */
import { css } from 'lit';

export const zoneAreaStyles = css`
  .area {
    display: grid;
    grid-template-columns: 208px minmax(0, 1fr);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: #f3f2ec;
  }
  .area .head {
    display: grid;
    align-content: start;
    padding: 12px 14px;
    border-radius: 11px 0 0 11px;
    background: var(--panel);
  }
  .area .head h2 {
    font-size: 18px;
    line-height: 1.3;
  }
  .area .count {
    display: flex;
    gap: 10px;
    align-items: center;
    font-size: 56px;
    font-weight: var(--weight-bold);
    line-height: 1.1;
  }
  .area .count small {
    font-size: 14px;
    font-weight: var(--weight-text);
    line-height: 1.35;
  }
  .area .head.calm .heat {
    color: var(--jade-deep);
  }
  .area .head.busy {
    background: var(--amber-soft);
    color: var(--amber-deep);
  }
  .area .head.burning {
    background: var(--vermilion-deep);
    color: var(--on-accent);
  }
  .area .head.burning h2 {
    font-size: 20px;
  }
  .area .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(152px, 1fr));
    gap: 10px;
    align-content: start;
    align-items: start;
    min-height: 92px;
    padding: 10px;
  }
  .area .none {
    grid-column: 1 / -1;
    place-self: center;
  }
  .dense .area {
    grid-template-columns: 124px minmax(0, 1fr);
  }
  .dense .area .head {
    padding: 6px 10px;
  }
  .dense .area .head :is(h2, p, .heat) {
    font-size: 13px;
    line-height: 1.35;
  }
  .dense .area .head h2 {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .dense .area .head .count {
    gap: 6px;
    font-size: 28px;
    line-height: 1.1;
  }
  .dense .area .count small {
    font-size: 12px;
    line-height: 1.25;
  }
  .dense .area .tiles {
    grid-template-columns: repeat(auto-fill, minmax(116px, 1fr));
    gap: 6px;
    min-height: 0;
    padding: 6px;
  }
  .area.target {
    outline: 3px dashed var(--jade-deep);
    outline-offset: -3px;
  }
`;
