/** The page that shows a run's pictures in order, each under a sentence that says what one sees. */
import { escaped } from './svg.ts';

/** One picture: the name of its file, its text, and what one sees in it. */
export interface Plot {
  readonly name: string;
  readonly svg: string;
  readonly sentence: string;
}

/** What stands above the pictures. */
export interface PageHead {
  readonly title: string;
  readonly about: string;
  /** What the figures cannot carry. */
  readonly cautions: readonly string[];
}

/** Name and text of each file, `index.html` last. */
export function plotFilesOf(
  head: PageHead,
  plots: readonly Plot[],
): (readonly [name: string, text: string])[] {
  const files = plots.map(({ name, svg }) => [name, svg] as const);
  return [...files, ['index.html', page(head, plots)]];
}

function page({ title, about, cautions }: PageHead, plots: readonly Plot[]): string {
  const figures = plots.map(
    ({ name, sentence }, index) =>
      `<figure><figcaption><b>${String(index + 1)}</b> ${escaped(sentence)}</figcaption>` +
      `<img src="${escaped(name)}" alt="${escaped(sentence)}"></figure>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
  body { max-width: 1180px; margin: 32px auto; padding: 0 24px; background: #eef1f4; color: #1d2733;
    font: 16px/1.5 system-ui, sans-serif }
  figure { margin: 32px 0 }
  figcaption { margin-bottom: 8px }
  img { display: block; width: 100%; box-shadow: 0 1px 4px #0003 }
  .mind { padding: 12px 16px; border-left: 4px solid #d55e00; background: #fff }
</style>
<h1>${escaped(title)}</h1>
<p>${escaped(about)}</p>
${cautions.map((caution) => `<p class="mind">${escaped(sentence(caution))}</p>`).join('\n')}
${figures.join('\n')}
</html>
`;
}

function sentence(caution: string): string {
  return `${caution.slice(0, 1).toUpperCase()}${caution.slice(1)}.`;
}
