import { JSDOM } from 'jsdom';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { analyze } from '../../src/engine/analyse.ts';
import { articleParts, articleText } from '../../src/engine/text.ts';
import type { Part, PartContainer, Run } from '../../src/engine/types.ts';
import type { ExportedArticle } from '../../src/formats/exported-article.ts';
import en from '../../src/locales/en.json' with { type: 'json' };
import type { Report } from '../../src/messages.ts';
import { chosenTemplates, READERS } from '../../src/templates/templates.ts';

vi.mock('webextension-polyfill', () => ({
  default: {
    i18n: { getMessage: (key: keyof typeof en, values: string[]) => en[key].replace('$1', () => values?.[0] ?? '') },
  },
}));

const { exportedArticle, exportedSelection, fileName } = await import('../../src/formats/exported-article.ts');
const { asText } = await import('../../src/formats/text.ts');
const { asMarkdown, asMarkdownFile } = await import('../../src/formats/markdown.ts');
const { asHtmlFile, asQuote } = await import('../../src/formats/html.ts');

const URL_ = 'https://copies.example/p/1';
const PROSE = [
  'Fishers in Tallow Bay hauled in their nets for the last time on Monday, after the harbour board decided to plant seagrass.',
  'The board voted five to one for the plan, which will keep larger boats out of the shallow half of the bay for years.',
  'Divers have been planting shoots by hand since the spring, and by their count three in four have taken root in the silt.',
];
const paragraphs = PROSE.map((text) => `<p>${text}</p>`).join('');

const report: Report = {
  url: URL_,
  loading: false,
  tooLarge: false,
  hasSelection: false,
  mode: 'auto',
  cleaning: 'cleaned',
  hidden: 0,
  peeking: false,
  verdict: { kind: 'repost', confidence: 1, signals: [] },
  original: { url: 'https://herald.example/seagrass', publisher: null, via: null },
  article: {
    headline: 'Seagrass for the bay',
    publisher: 'Copies',
    byline: 'Ann "Nets" Ferrier',
    published: '2026-05-03',
    language: 'en',
    dir: 'ltr',
    words: 10,
    readingMinutes: 1,
  },
  summary: null,
  pieces: [],
};

function analysisOf(inside: string) {
  const html = `<html lang="en"><head><title>Seagrass for the bay</title></head><body><article><h1>Seagrass for the bay</h1><div class="entry">${inside}</div></article></body></html>`;
  const { document } = new JSDOM(html, { url: URL_ }).window;
  return analyze(document, URL_);
}

/** What is copied of a page with this in its body, after the prose. */
const copied = (inside: string): ExportedArticle =>
  exportedArticle(report, articleParts(analysisOf(paragraphs + inside)));
/** The Markdown between the prose and the source. */
const markdownOf = (inside: string) =>
  asMarkdown(copied(inside))
    .split(PROSE[2] as string)[1]
    ?.split('\n\nOriginal:')[0]
    ?.trim();

const words = (text: string, marks: Partial<Run> = {}): Run => ({
  text,
  href: null,
  strong: false,
  emphasis: false,
  code: false,
  ...marks,
});
const part = (...runs: Run[]): Part => ({
  kind: 'paragraph',
  level: 0,
  around: [],
  group: -1,
  row: -1,
  runs,
});
const inPage = (html: string) => new JSDOM(html).window.document;

describe('what stays of a Block', () => {
  const run = `[ad_1]<br>${PROSE.join('<br><br>')}<br>[ad_2]<br><a href="https://herald.example/seagrass">Source link </a>`;

  test('has neither tokens nor source link, in a run of lines', () => {
    expect(articleText(analysisOf(run))).toBe(PROSE.join('\n'));
  });

  test('is the same when the words have been taken out of the page already', () => {
    const analysis = analysisOf(run);
    for (const { node, start, end } of analysis.clutter.flatMap(({ spans }) => spans))
      node.deleteData(start, end - start);
    expect(articleText(analysis)).toBe(PROSE.join('\n'));
  });
});

describe('Markdown', () => {
  test.each([
    [
      '<h3>What <em>comes</em> next</h3><p>In autumn the board will look at the shoots once more, and then decide whether the other half of the bay is to be closed too.</p>',
      '### What *comes* next\n\nIn autumn the board will look at the shoots once more, and then decide whether the other half of the bay is to be closed too.',
    ],
    [
      '<ol start="3"><li>Nets are mended in the long winter</li><li>Shoots are <b>planted</b> in the spring</li></ol>',
      '3. Nets are mended in the long winter\n4. Shoots are **planted** in the spring',
    ],
    [
      '<blockquote><p>We had planned for forty, said one of the divers.</p><p>Two hundred came to the quay, said another.</p></blockquote>',
      '> We had planned for forty, said one of the divers.\n>\n> Two hundred came to the quay, said another.',
    ],
    [
      '<p>The tide <a href="/tides?utm_source=feed&day=2">table</a> hangs in the harbour office, as it always has.</p>',
      'The tide [table](https://copies.example/tides?day=2) hangs in the harbour office, as it always has.',
    ],
    [
      '<p>Five * six_ [is] not `thirty`, wrote &lt;b&gt; the clerk in his large book of sums.</p>',
      'Five \\* six\\_ \\[is\\] not \\`thirty\\`, wrote \\<b\\> the clerk in his large book of sums.',
    ],
    [
      '<p>1. is how the clerk of the harbour begins each of the pages of his book.</p>',
      '1\\. is how the clerk of the harbour begins each of the pages of his book.',
    ],
    [
      '<p>The sea is wide,<br>the sea is grey,<br>and I must row from bay to bay.</p>',
      'The sea is wide,  \nthe sea is grey,  \nand I must row from bay to bay.',
    ],
  ])('of %s', (html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });

  test('keeps a list inside of an item apart from its words, where it does not start with 1', () => {
    const item = (id: number, number: number, list = 1): PartContainer => ({ kind: 'item', id, list, number });
    const inItems = (text: string, ...around: PartContainer[]): Part => ({ ...part(words(text)), around });
    const parts = [
      inItems('At noon:', item(1, 1)),
      inItems('Haul in.', item(1, 1), item(3, 2, 2)),
      inItems('Count.', item(1, 1), item(4, 3, 2)),
      inItems('Go home.', item(2, 2)),
    ];
    expect(asMarkdown({ headline: null, parts, source: null, sourceLine: null })).toBe(
      '1. At noon:\n\n   2. Haul in.\n   3. Count.\n2. Go home.\n',
    );
  });

  test('makes a table of rows', () => {
    const cell = (row: number, text: string): Part => ({ ...part(words(text)), kind: 'cell', group: 1, row });
    const parts = [cell(1, 'Year'), cell(1, 'Shoots'), cell(2, '2025'), cell(2, 'a | b')];
    expect(asMarkdown({ headline: null, parts, source: null, sourceLine: null })).toBe(
      '| Year | Shoots |\n| --- | --- |\n| 2025 | a \\| b |\n',
    );
  });

  test('keeps a listing as it is written, whatever ticks are in it', () => {
    const parts: Part[] = [{ ...part(words('a  = 1\n```\nb')), kind: 'code', group: 2 }];
    expect(asMarkdown({ headline: null, parts, source: null, sourceLine: null })).toBe('````\na  = 1\n```\nb\n````\n');
  });

  test('as a file says what is known of the article', () => {
    const file = asMarkdownFile(exportedArticle(report, [part(words('They came.'))]));
    expect(file).toBe(
      '---\ntitle: "Seagrass for the bay"\nauthor: "Ann \\"Nets\\" Ferrier"\npublisher: "Copies"\ndate: "2026-05-03"\nlanguage: "en"\nsource: "https://herald.example/seagrass"\ncopied_from: "https://copies.example/p/1"\n---\n\n# Seagrass for the bay\n\nThey came.\n\nOriginal: <https://herald.example/seagrass>\n',
    );
  });

  test('has front matter that no headline breaks out of', () => {
    const article = { ...(report.article as NonNullable<Report['article']>), headline: 'One\n---\nkey: "x"\u2028' };
    const [, matter = ''] = asMarkdownFile(exportedArticle({ ...report, article }, [part(words('x'))])).split(/^---$/m);
    expect(matter.split('\n').filter(Boolean)[0]).toBe('title: "One\\n---\\nkey: \\"x\\""');
  });
});

describe('with templates', () => {
  const HOSTILE = 'A](https://evil.example) **b** <script>\n---\nx: "y" # z #';
  const article = { ...(report.article as NonNullable<Report['article']>), headline: HOSTILE };
  const hostile = (url: string, parts: readonly Part[] = [part(words('They came.'))]) =>
    exportedArticle({ ...report, url, article }, parts, new Date(2026, 4, 3, 15, 4));
  const markdown = (template: string, copy: ExportedArticle) => asMarkdown(copy, READERS.text(template)).trim();

  test('a headline is words and an address an address, whatever is in them', () => {
    const copy = hostile('https://copies.example/a_b_(c)*d*?q=[x](y)');
    expect(markdown('[{{title}}]({{url}})', copy)).toBe(
      '[A\\](https://evil.example) \\*\\*b\\*\\* \\<script\\> --- x: "y" # z \\#](https://copies.example/a_b_%28c%29%2Ad%2A?q=%5Bx%5D%28y%29)',
    );
    expect(markdown('{{heading}}', copy)).toBe(`# ${markdown('{{title}}', copy)}`);
    expect(asText(copy, READERS.text('«{{title}}»'))).toBe(
      '«A](https://evil.example) **b** <script> --- x: "y" # z #»\n',
    );
  });

  test('footnotes stand at the end, whatever comes after the text', () => {
    const note = { ...part(words('A note.')), note: '1', begins: true };
    const copy = hostile(URL_, [part(words('Built'), words('[1]', { note: '1' })), note]);
    expect(markdown('{{content}}\n\nby {{author}}', copy)).toBe('Built[^1]\n\nby Ann "Nets" Ferrier\n\n[^1]: A note.');
  });

  test('a file for Obsidian has properties that are what they say', () => {
    const summary = { description: 'By the publisher.', gist: ['One: "two".', 'Three.'], points: [] };
    const copy = exportedArticle({ ...report, article, summary }, [part(words('They came.'))], new Date(2026, 4, 3));
    const { templates } = chosenTemplates({ templates: 'obsidian', ownTemplates: {} });
    const [, matter = '', body = ''] = asMarkdownFile(copy, templates).split(/^---$/m);
    // A date without quotation marks: to YAML 1.1 a date, to 1.2 a text.
    expect(matter).toMatch(/^published: 2026-05-03$/m);
    expect(parse(matter)).toEqual({
      title: HOSTILE,
      source: 'https://herald.example/seagrass',
      copied_from: URL_,
      author: ['Ann "Nets" Ferrier'],
      published: '2026-05-03',
      created: '2026-05-03',
      description: 'One: "two". Three.',
      verdict: 'repost',
      tags: ['clippings'],
    });
    expect(body).toBe('\n\nThey came.\n\nOriginal: <https://herald.example/seagrass>\n');
  });

  test('a plain file has no front matter', () => {
    const { templates } = chosenTemplates({ templates: 'plain', ownTemplates: {} });
    expect(asMarkdownFile(exportedArticle(report, [part(words('They came.'))]), templates)).toBe(
      'Seagrass for the bay\n\nThey came.\n\nhttps://herald.example/seagrass\n',
    );
  });

  test.each([
    ['{{date:YYYY-MM-DD HH:mm}} {{title}}', '2026-05-03 15 04 A](https evil.example) b script --- x y # z #.md'],
    ['../{{site}}/{{verdict}}', 'copies.example repost.md'],
    ['{{summary}}', 'copies.example.md'],
    ['', 'copies.example.md'],
    ['{{published:D MMM YYYY}}', '3 May 2026.md'],
  ])('%j names a file that every system takes', (template, name) => {
    expect(fileName(hostile(URL_), 'md', READERS.fileName(template))).toBe(name);
  });

  test('a date in the reader’s zone is as the reader’s clock has it; what is no date stays', () => {
    const dated = (published: string) => markdown('{{published:YYYY-MM-DD HH:mm}}', { ...hostile(URL_), published });
    const moment = new Date('2026-05-03T23:30:00Z');
    const two = (figure: number) => String(figure).padStart(2, '0');
    expect(dated('2026-05-03T23:30:00Z')).toBe(
      `2026-${two(moment.getMonth() + 1)}-${two(moment.getDate())} ${two(moment.getHours())}:${two(moment.getMinutes())}`,
    );
    expect(dated('2026-05-03T09:15')).toBe('2026-05-03 09:15');
    expect(dated('2026-05-03T00:00:00Z')).toBe('2026-05-03');
    expect(dated('last week')).toBe('last week');
  });
});

describe('plain text', () => {
  test('has the headline and the link to the original', () => {
    expect(asText(exportedArticle(report, [part(words('They went out.'))]))).toBe(
      'Seagrass for the bay\n\nThey went out.\n\nOriginal: https://herald.example/seagrass\n',
    );
  });

  test('links to the page itself where nothing else is known, and never to what is no web address', () => {
    const original = { url: 'javascript:alert(1)', publisher: null, via: null };
    expect(asText(exportedArticle({ ...report, original }, [part(words('They went out.'))]))).toContain(
      `Page: ${URL_}\n`,
    );
  });
});

describe('HTML', () => {
  test('is the article and its source', () => {
    const document = inPage(
      asHtmlFile(copied('<ul><li>Nets are mended in winter</li><li>Shoots are planted in spring</li></ul>')),
    );
    expect(document.title).toBe('Seagrass for the bay');
    expect(document.querySelector('header p')?.textContent).toBe('Ann "Nets" Ferrier · Copies · May 3, 2026');
    expect([...document.querySelectorAll('article > p')].map((p) => p.textContent)).toEqual(PROSE);
    expect([...document.querySelectorAll('ul > li')].map((li) => li.textContent)).toEqual([
      'Nets are mended in winter',
      'Shoots are planted in spring',
    ]);
    expect(document.querySelector('footer a')?.getAttribute('href')).toBe('https://herald.example/seagrass');
  });

  test('a quotation names its source', () => {
    const document = inPage(asQuote(copied('')));
    expect(document.querySelector('blockquote')?.getAttribute('cite')).toBe('https://herald.example/seagrass');
    expect(document.querySelector('blockquote + p a')?.textContent).toBe('https://herald.example/seagrass');
  });
});

describe('footnotes, formulas and code in HTML', () => {
  const document = inPage(
    asHtmlFile(
      copied(
        `<p>The quay is from 1931<sup><a href="#n1" id="m1">1</a></sup>, has 12 m<sup>3</sup> of stone and is
        <math><mi onclick="alert(1)">x</mi><mo>=</mo><mn mathvariant="bold">3</mn></math> yards long, wrote the clerk.</p>
        <pre><code class="language-js">let a;\nlet b;</code></pre>
        <div class="footnotes"><ol><li id="n1">Says the book of the harbour. <a href="#m1">↩</a></li></ol></div>`,
      ),
    ),
  );

  test('a mark leads to its footnote, and back', () => {
    const mark = document.querySelector('sup[id] a');
    expect(mark?.previousSibling ?? mark?.parentElement?.previousSibling?.textContent).toMatch(/1931$/);
    expect(mark?.textContent).toBe('[1]');
    const note = document.querySelector(mark?.getAttribute('href') ?? '-');
    expect(note?.textContent?.trim()).toBe('Says the book of the harbour. ↩');
    expect(document.querySelector(note?.querySelector('a')?.getAttribute('href') ?? '-')).toBe(mark?.parentElement);
  });

  test('a formula is MathML with nothing else of the page, an exponent stays one, code has its language', () => {
    expect(document.querySelector('math')?.outerHTML).toBe(
      '<math><mi>x</mi><mo>=</mo><mn mathvariant="bold">3</mn></math>',
    );
    expect(document.querySelector('sup:not([id])')?.textContent).toBe('3');
    expect(document.querySelector('pre code.language-js')?.textContent).toBe('let a;\nlet b;');
  });
});

describe('a hostile page', () => {
  const MARKUP = `<img src=x onerror=alert(1)></p></article><script>alert(1)</script>"'><a href="javascript:alert(1)">`;
  const entities = MARKUP.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const hostile = copied(
    `<p onclick="alert(1)" style="color:red">${PROSE[0]} ${entities} and <a href="javascript:alert(1)" onclick="x()">so</a> <a href="data:text/html,x">on</a><script>alert(2)</script><img src="https://tracker.example/p.gif"> ${PROSE[1]}</p>`,
  );
  const lying: ExportedArticle = exportedArticle(
    {
      ...report,
      original: { url: 'https://herald.example/"><script>alert(1)</script>', publisher: null, via: null },
      article: {
        ...(report.article as NonNullable<Report['article']>),
        headline: MARKUP,
        byline: MARKUP,
        language: MARKUP,
      },
    },
    [part(words(MARKUP, { href: 'javascript:alert(1)' }))],
  );

  test.each([hostile, lying])('gets nothing into HTML but words and web links', (copy) => {
    for (const html of [asHtmlFile(copy), asQuote(copy)]) {
      const document = inPage(html);
      expect(document.querySelectorAll('script, img, iframe, object, form, base')).toHaveLength(0);
      for (const element of document.querySelectorAll('body *')) {
        for (const { name } of element.attributes) expect(['href', 'cite', 'lang', 'dir']).toContain(name);
        const href = element.getAttribute('href');
        if (href !== null) expect(href).toMatch(/^https?:\/\//);
      }
      expect(document.body.textContent).toContain('<script>alert(1)</script>');
    }
  });

  test.each([hostile, lying])('gets no markup and no other link into Markdown', (copy) => {
    const markdown = asMarkdownFile(copy).split(/^---$/m)[2] ?? '';
    expect(markdown.replace(/\\./g, '')).not.toMatch(/<(?!https?:\/\/[^<>\s]*>)/);
    expect(markdown.replace(/\\./g, '')).not.toMatch(/\]\((?!https?:)/);
  });

  test('does not choose the place of a file', () => {
    const named = (headline: string) =>
      fileName(
        exportedArticle(
          { ...report, article: { ...(report.article as NonNullable<Report['article']>), headline } },
          [],
        ),
        'md',
      );
    expect(named('../../etc/passwd')).toBe('etc passwd.md');
    expect(named('con: a\u202Egnp.exe\u0000')).toBe('con a gnp.exe.md');
    expect(named('...')).toBe('article.md');
    expect(named('x'.repeat(300))).toBe(`${'x'.repeat(77)}.md`);
    // Systems keep these for themselves, and letters may need what has no sign.
    expect(named('CON')).not.toMatch(/^con\.md$/i);
    expect(named('..aux ')).not.toMatch(/^aux\.md$/i);
    expect(named('می\u200Cخواهم')).toBe('می\u200Cخواهم.md');
    expect(named('👩\u200D🚀 lands')).toBe('👩\u200D🚀 lands.md');
    expect(named('What 5% of #1 means & why')).toBe('What 5% of #1 means & why.md');
  });
});

describe('a selection', () => {
  const selection = { source: report, parts: [part(words('in their nets'))], dir: 'ltr' as const };

  test('has what it is from under it: the original, where the page is a copy', () => {
    const copy = exportedSelection(selection);
    expect(asText(copy)).toBe(
      'in their nets\n\nSeagrass for the bay · herald.example\nOriginal: https://herald.example/seagrass\n',
    );
    expect(asMarkdown(copy)).toBe(
      'in their nets\n\nSeagrass for the bay · herald.example  \nOriginal: <https://herald.example/seagrass>\n',
    );
    expect(asQuote(copy)).toContain('<p>Seagrass for the bay · herald.example</p>\n<p>Original: <a href=');
    expect(asQuote(copy)).not.toContain('<strong>');
    expect(asHtmlFile(copy)).not.toContain('<h1>');
  });

  test('has the page under it, where it is its own', () => {
    expect(asText(exportedSelection({ ...selection, source: { ...report, original: null } }))).toBe(
      'in their nets\n\nSeagrass for the bay · Copies\nPage: https://copies.example/p/1\n',
    );
  });
});

describe('pictures', () => {
  const picture = { url: 'https://copies.example/a_(b).jpg', alt: 'A "boat" [old]' };
  const figure: Part = { ...part(words('At rest.')), kind: 'picture', picture };
  const inLine = part(words('See '), { ...words(''), picture }, words(' here.'));
  const copy = exportedArticle(report, [figure, inLine]);

  test('stand in Markdown with the caption on the next line', () => {
    const image = '![A "boat" \\[old\\]](https://copies.example/a_%28b%29.jpg)';
    expect(asMarkdown(copy)).toContain(`\n${image}  \nAt rest.\n\nSee ${image} here.\n`);
  });

  test('stand in HTML as figures, which the file may load', () => {
    const file = asHtmlFile(copy);
    const image = '<img src="https://copies.example/a_(b).jpg" alt="A &quot;boat&quot; [old]">';
    expect(file).toContain(`<figure>${image}<figcaption>At rest.</figcaption></figure>`);
    expect(file).toContain(`<p>See ${image} here.</p>`);
    expect(file).toContain('; img-src http: https:"');
    expect(asHtmlFile(exportedArticle(report, [part(words('No picture.'))]))).not.toContain('img-src');
  });

  test('are not in plain text, nor where the reader does not want them', () => {
    expect(asText(copy)).toBe('Seagrass for the bay\n\nSee  here.\n\nOriginal: https://herald.example/seagrass\n');
    expect(asHtmlFile(exportedArticle(report, [figure, inLine], undefined, false))).not.toMatch(
      /<img|<figure|At rest|img-src/,
    );
  });

  test('of a selection leave their captions behind, which were selected too', () => {
    const selection = { source: report, parts: [figure], dir: 'ltr' as const };
    expect(asText(exportedSelection(selection))).toMatch(/^At rest\./);
    expect(asMarkdown(exportedSelection(selection, false))).toMatch(/^At rest\./);
  });
});
