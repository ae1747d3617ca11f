import type { TemplatePlace, TemplateSet } from '../settings/schema.ts';

/** Templates as they are written. */
export type TemplateTexts = Readonly<Record<TemplatePlace, string>>;

/** Templates that come along. */
export const PRESETS: Readonly<Record<Exclude<TemplateSet, 'own'>, TemplateTexts>> = {
  standard: {
    fileName: '{{title}}',
    frontMatter: [
      'title: {{title}}',
      'author: {{author}}',
      'publisher: {{publisher}}',
      'date: {{published}}',
      'language: {{language}}',
      'source: {{source}}',
      'copied_from: {{copied_from}}',
    ].join('\n'),
    text: '{{heading}}\n\n{{content}}\n\n{{credit}}',
  },
  // The names that Obsidian's own clipper gives to properties. There a note's name is its heading.
  obsidian: {
    fileName: '{{title}}',
    frontMatter: [
      'title: {{title}}',
      'source: {{source}}',
      'copied_from: {{copied_from}}',
      'author: [{{author}}]',
      'published: {{published:YYYY-MM-DD}}',
      'created: {{date:YYYY-MM-DD}}',
      'description: {{summary}}',
      'verdict: {{verdict}}',
      'tags:',
      '  - clippings',
    ].join('\n'),
    text: '{{content}}\n\n{{credit}}',
  },
  // The article and where it is from.
  plain: { fileName: '{{title}}', frontMatter: '', text: '{{title}}\n\n{{content}}\n\n{{source}}' },
};
