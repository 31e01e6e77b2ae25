/** Fits the stage of 1080 × 1920 into any glass: as large as fits, in the middle. */
const STAGE = { widthPx: 1080, heightPx: 1920 } as const;

/** Places `stage` now; call again when the window's size changes. */
export function fitStage(stage: HTMLElement): void {
  const { innerWidth, innerHeight } = window;
  const scale = Math.min(innerWidth / STAGE.widthPx, innerHeight / STAGE.heightPx);
  const x = Math.max(0, (innerWidth - STAGE.widthPx * scale) / 2);
  const y = Math.max(0, (innerHeight - STAGE.heightPx * scale) / 2);
  stage.style.transform =
    scale === 1 && x === 0 && y === 0
      ? 'none'
      : `translate(${String(x)}px, ${String(y)}px) scale(${String(scale)})`;
}

/** Hears touches, keys and changes of size, whatever has the focus; the answer ends it. */
export function listenToGlass(onTouch: () => void, onResize: () => void): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  window.addEventListener('pointerdown', onTouch, { signal });
  window.addEventListener('keydown', onTouch, { signal, capture: true });
  window.addEventListener('resize', onResize, { signal });
  return () => ends.abort();
}
