import type { Analysis, Block } from '../../src/engine/types.ts';

const COLUMNS = ['block', 'decision', 'kind', 'box', 'length', 'links', 'stops', 'commas', 'text'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const wordsOf = ({ box }: Block) => box.words.trim().replace(/\s+/g, '.');

/** For a person: every Block with its measures, and what it was taken for. */
export function explain(analysis: Analysis): string {
  const { page, article, clutter, verdict } = analysis;
  const sets: [string, ReadonlySet<Block>][] = [
    ['headline', new Set(article?.headlineBlock ? [article.headlineBlock] : [])],
    ['caption', new Set(article?.captions)],
    ['article', new Set(article?.body)],
  ];
  const decide = (block: Block): string => {
    const piece = clutter.find(({ elements, spans }) =>
      block.nodes.some(
        (node) => elements.some((element) => element.contains(node)) || spans.some((span) => span.node === node),
      ),
    );
    const place = sets.find(([, blocks]) => blocks.has(block))?.[0];
    const root = article && block.index >= article.root.first && block.index < article.root.end;
    return [place ?? (root ? 'dropped' : ''), piece ? `−${piece.kind}` : ''].filter(Boolean).join(' ');
  };
  const rows = page.blocks.map(
    (block): Row => ({
      block: String(block.index),
      decision: decide(block),
      kind: block.box.hidden ? `(${block.kind})` : block.kind,
      box: short(
        `${'·'.repeat(Math.min(block.box.depth, 12))}${block.box.tag}${wordsOf(block) && `.${wordsOf(block)}`}`,
        44,
      ),
      length: String(block.length),
      links: block.length ? (block.linkLength / block.length).toFixed(2) : '',
      stops: String(block.stops),
      commas: String(block.commas),
      text: short(block.text, 70),
    }),
  );
  const head = Object.fromEntries(COLUMNS.map((name) => [name, name])) as Row;
  const widths = COLUMNS.map((name) => Math.max(...[head, ...rows].map((row) => row[name].length)));
  const table = [head, ...rows].map((row) =>
    COLUMNS.map((name, at) => row[name].padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const signals = verdict.signals.map(
    ({ id, weight, direction, quote }) => `  ${weight.toFixed(2).padStart(6)} ${direction} ${id}: ${short(quote, 90)}`,
  );
  const pieces = clutter.map(({ kind, text }) => `  ${kind}: ${short(text, 90)}`);
  return [
    `${page.url}: ${verdict.kind} (${verdict.confidence.toFixed(2)}), ${page.nodes} nodes, ${page.blocks.length} Blocks`,
    ...table,
    'Signals',
    ...signals,
    'Clutter',
    ...pieces,
    '',
  ].join('\n');
}
