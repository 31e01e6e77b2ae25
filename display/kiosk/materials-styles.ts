/** What to bring, as a list to be read standing. */
import { css } from 'lit';

export const materialsStyles = css`
  .materials {
    grid-template-rows: minmax(0, 1fr) auto;
  }
  .materials-list {
    min-height: 0;
    overflow-y: auto;
    display: flex;
    flex-direction: column;
    gap: 12px;
  }
  .materials-list .card {
    flex: none;
    flex-direction: row;
    justify-content: start;
    align-items: center;
    gap: 24px;
    min-height: 112px;
  }
  .materials-list .card-name {
    flex: 1;
  }
  .box {
    flex: none;
    width: 64px;
    height: 64px;
    display: grid;
    place-items: center;
    border: 3px solid var(--slate-deep);
    border-radius: var(--radius);
    background: var(--panel);
  }
  .chosen .box {
    border-color: var(--jade-deep);
    color: var(--jade-deep);
  }
  .materials > .primary {
    min-height: 144px;
    font-size: var(--text-lead);
  }
`;
