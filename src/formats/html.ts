import type { ExportedArticle } from './exported-article.ts';
import { attributesOf, type ElementTree, type ExportedTag, type TreeNode, treeOf } from './tree.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** On lines of their own. */
const BLOCKS: ReadonlySet<ExportedTag> = new Set(
  'article blockquote figure footer h1 h2 h3 h4 h5 h6 header li ol p pre section table tbody tr ul'.split(
    ' ',
  ) as ExportedTag[],
);

/** Elements and words as HTML, with every sign escaped. */
export function asHtml(leaf: TreeNode): string {
  if (typeof leaf === 'string') return escaped(leaf);
  const { tag, children } = leaf;
  const attributes = attributesOf(leaf)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  const end = tag === 'br' || tag === 'img' ? '' : `</${tag}>`;
  return `<${tag}${attributes}>${children.map(asHtml).join('')}${end}${BLOCKS.has(tag) ? '\n' : ''}`;
}

const p = (...children: TreeNode[]): ElementTree => ({ tag: 'p', children });

/** "Original: ADDRESS", the address as a link. Under a selection, headline and site before it. */
export function sourceOf({ source, sourceLine, creditLine }: ExportedArticle): ElementTree[] {
  const credit = creditLine ? [p(creditLine)] : [];
  if (!source || !sourceLine) return credit;
  const [before = '', after = ''] = sourceLine.split(source.href);
  return [...credit, p(before, { tag: 'a', href: source.href, children: [source.href] }, after)];
}

/** The article from headline to source, as elements; of a selection, no headline above. */
export function articleTree(copy: ExportedArticle): ElementTree {
  const { headline, byline, publisher, date } = copy;
  const facts = [...new Set([byline, publisher, date])].filter(Boolean).join(' · ');
  const header: TreeNode[] = [
    ...(headline ? [{ tag: 'h1', children: [headline] } as const] : []),
    ...(facts ? [p(facts)] : []),
  ];
  return {
    tag: 'article',
    children: [
      ...(copy.isSelection ? [] : [{ tag: 'header', children: header } as const]),
      ...treeOf(copy.parts),
      { tag: 'footer', children: sourceOf(copy) },
    ],
  };
}

/** A quotation with its source below, to be pasted into a letter or a page. */
export function asQuote(copy: ExportedArticle): string {
  const { source, language, dir, headline, parts } = copy;
  const cite = source ? ` cite="${escaped(source.href)}"` : '';
  const title: ElementTree[] = headline && !copy.isSelection ? [p({ tag: 'strong', children: [headline] })] : [];
  const inside = [...title, ...treeOf(parts)].map(asHtml).join('');
  const place = `lang="${escaped(language)}" dir="${dir}"`;
  return `<blockquote${cite} ${place}>\n${inside}</blockquote>\n${sourceOf(copy).map(asHtml).join('')}`;
}

const LOOK =
  'body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.6 Georgia,serif;color-scheme:light dark}' +
  'h1{line-height:1.2}header p,footer{opacity:.7;font-size:.875em;overflow-wrap:anywhere}pre{overflow:auto}' +
  'figure{margin:1.5em 0}img{max-width:100%;height:auto}figcaption{opacity:.7;font-size:.875em}' +
  'td,th{border:1px solid;padding:.25em .5em}table{border-collapse:collapse}section{border-top:1px solid;font-size:.875em}';

const hasPictures = ({ parts }: ExportedArticle): boolean =>
  parts.some(({ picture, runs }) => picture || runs.some((run) => run.picture));

/** One HTML file that runs nothing, and loads nothing but its pictures, where it has any. */
export function asHtmlFile(copy: ExportedArticle): string {
  const { headline, language, dir, source } = copy;
  return [
    '<!doctype html>',
    `<html lang="${escaped(language)}" dir="${dir}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${hasPictures(copy) ? '; img-src http: https:' : ''}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(headline ?? source?.hostname ?? '')}</title>`,
    ...(source ? [`<link rel="canonical" href="${escaped(source.href)}">`] : []),
    `<style>${LOOK}</style>`,
    '</head>',
    '<body>',
    `${asHtml(articleTree(copy))}</body>`,
    '</html>',
    '',
  ].join('\n');
}
