/** The lobby screen's frame: head, two thirds of calls, one third of zones, two lines below. */
import { css } from 'lit';

export const lobbyStyles = css`
  :host {
    display: block;
  }
  main {
    display: grid;
    grid-template:
      'head head' 6rem
      'calls zones' minmax(0, 1fr)
      'foot foot' auto / minmax(0, 2fr) minmax(0, 1fr);
    gap: 1rem 1.5rem;
    height: 100vh;
    padding: 0 2rem 1rem;
    background: var(--paper);
  }
  yc-lobby-head {
    grid-area: head;
  }
  yc-call-board {
    grid-area: calls;
  }
  yc-zone-list {
    grid-area: zones;
  }
  yc-foot-lines {
    grid-area: foot;
  }
  yc-zone-list,
  yc-foot-lines {
    min-width: 0;
  }
  yc-link {
    font-size: 3.25rem;
  }
  /* What may be old keeps its place and its size and loses its colours: grey is not now. */
  .stale yc-call-board,
  .stale yc-zone-list {
    --ink: var(--slate-deep);
    --ink-soft: var(--slate-deep);
    --vermilion: var(--slate);
    --vermilion-deep: var(--slate-deep);
    --vermilion-soft: var(--slate-soft);
    --jade: var(--slate);
    --jade-deep: var(--slate-deep);
    --jade-soft: var(--slate-soft);
    --amber: var(--slate);
    --amber-deep: var(--slate-deep);
    --amber-soft: var(--slate-soft);
    --panel: var(--slate-soft);
  }
  .whole {
    height: 100vh;
    background: var(--paper);
  }
  .over {
    position: fixed;
    left: 2rem;
    bottom: 1rem;
  }
  .connecting {
    grid-area: calls / calls / zones / zones;
    align-self: center;
    text-align: center;
    font-size: 6rem;
    font-weight: var(--weight-strong);
    color: var(--slate-deep);
  }
`;
