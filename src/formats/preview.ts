/** What templates make of a made-up article, for the options. */
import { language, t } from '../locales/t.ts';
import { READERS, type Templates } from '../templates/templates.ts';
import { type ExportedArticle, exportedArticle, fileName } from './exported-article.ts';
import { asMarkdown, asMarkdownFile } from './markdown.ts';

/** In the reader's language. */
const sample = (): ExportedArticle =>
  exportedArticle(
    {
      url: 'https://www.quickfeed.example/12',
      original: { url: 'https://tallowherald.example/seagrass', publisher: null, via: null },
      verdict: { kind: 'repost' },
      summary: { description: null, gist: [t('template_sample_text')], points: [] },
      article: {
        headline: t('template_sample_title'),
        publisher: 'Quick Feed Daily',
        byline: 'Ilse Marrow',
        published: '2026-05-03',
        language: language(),
        dir: 'ltr',
      },
    },
    [
      {
        kind: 'paragraph',
        level: 0,
        around: [],
        group: -1,
        row: -1,
        runs: [{ text: t('template_sample_text'), href: null, strong: false, emphasis: false, code: false }],
      },
    ],
  );

/** A Markdown file: its name, and what is in it. */
export function previewOf(templates: Templates): { readonly name: string; readonly text: string } {
  const copy = sample();
  return { name: fileName(copy, 'md', templates.fileName), text: asMarkdownFile(copy, templates) };
}

/** What the text of a template makes of the made-up article. */
export const sampleOf = (template: string): string => asMarkdown(sample(), READERS.text(template)).trim();
