/**
 * `npx tsx scripts/summaries.ts`: tests/summaries.md, what the Summary makes of the articles in `tests/fixtures/summary/`
 * (language, headline and paragraphs, a line each; texts of our own). To be read, and judged by eye.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { summarizeText } from '../src/engine/summary/summarize.ts';
import { ROOT } from './paths.ts';

const FOLDER = join(ROOT, 'tests/fixtures/summary');

const HEAD = `# Summaries to be read

Gist and points of our own articles, as \`npx tsx scripts/summaries.ts\` writes them here. Every sentence stands word for
word in the article. What to look for: an opening that hangs on something not shown, a sentence that says what another
has said, something that is not the article, a point nobody would miss.

Read on 27 November 2026, 29 articles in the 18 languages of the interface: nothing in it is not the article, no opening of
a gist or a point hangs in the air, be it by a pronoun, a surname that is not shown, a thing taken as known ("Für den Umbau …")
or a word of contrast ("… will be listed instead"). One point leans further in: in *es-puente* the engineer speaks of "las
flechas", the arrows on the plans that a sentence left out tells of. Which noun is new and which is not, no rule here knows.
Not yet read by native speakers.
`;

function told(file: string): string {
  const [language = 'und', headline = '', ...paragraphs] = readFileSync(join(FOLDER, file), 'utf8').trim().split('\n');
  const { gist, points } = summarizeText({ language, headline: headline || null, paragraphs, description: null });
  const list = points.map((point) => `- ${point}`).join('\n');
  return [`## ${headline || '(no headline)'}`, `*${file.replace('.txt', '')}*`, gist.join(' '), list]
    .filter(Boolean)
    .join('\n\n');
}

const files = readdirSync(FOLDER).sort();
writeFileSync(join(ROOT, 'tests/summaries.md'), `${[HEAD.trimEnd(), ...files.map(told)].join('\n\n')}\n`);
