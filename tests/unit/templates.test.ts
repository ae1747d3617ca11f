import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import type { TemplatePlace } from '../../src/settings/schema.ts';
import { TEMPLATE_PLACES } from '../../src/settings/schema.ts';
import { type ClockReading, formatDate } from '../../src/templates/date-format.ts';
import { fillFrontMatter } from '../../src/templates/front-matter.ts';
import { type FillBlank, fillLines } from '../../src/templates/pieces.ts';
import { PRESETS } from '../../src/templates/presets.ts';
import { chosenTemplates, READERS, STANDARD, templateFault } from '../../src/templates/templates.ts';

const filledWith =
  (values: Readonly<Record<string, string>>): FillBlank =>
  ({ variable }) =>
    values[variable] ?? '';
const textOf = (template: string, values: Readonly<Record<string, string>>) =>
  fillLines(READERS.text(template), filledWith(values));
const frontMatterOf = (template: string, values: Readonly<Record<string, string>>) =>
  fillFrontMatter(READERS.frontMatter(template), filledWith(values));

describe('a text', () => {
  test.each([
    ['{{title}} by {{ author }}', 'T by A'],
    ['{{title}}\n\n{{content}}\n\n{{credit}}', 'T\n\nC\n\nO'],
    // Without a value, a line goes, and the gap that it leaves.
    ['{{summary}}\n\n{{title}}', 'T'],
    ['{{title}}\n\n{{summary}}\n\n{{content}}', 'T\n\nC'],
    ['{{title}}\n{{summary}}\n\n{{content}}', 'T\n\nC'],
    ['{{title}}\n\n{{summary}}\n{{content}}', 'T\n\nC'],
    ['{{title}}\n\n{{summary}}\n\n', 'T'],
    ['In short: {{summary}}\nby {{author}}{{summary}}', 'by A'],
    ['- \n{{summary}}', '- '],
    ['a\n\n\nb', 'a\n\n\nb'],
    ['', ''],
    ['\\{{title}} { {title}} \\x }}', '{{title}} { {title}} \\x }}'],
  ])('%j', (template, text) => {
    expect(textOf(template, { title: 'T', author: 'A', content: 'C', credit: 'O' })).toBe(text);
  });

  it('has all lines of a value in a quotation that begins with it', () => {
    expect(textOf('> {{content}}', { content: 'a\n\nb' })).toBe('> a\n> \n> b');
    expect(textOf('- {{content}}', { content: 'a\nb' })).toBe('- a\nb');
  });

  it('has values as they are, whatever stands in them', () => {
    expect(textOf('{{title}}|{{author}}', { title: '{{author}}\n\n$& \\', author: '$1' })).toBe(
      '{{author}}\n\n$& \\|$1',
    );
  });
});

describe('a wrong template says where, and what was expected', () => {
  const fault = (place: TemplatePlace, template: string) => {
    const found = templateFault(place, template);
    return found && `${found.line}:${found.column} ${found.expected} “${template.slice(found.start, found.end)}”`;
  };

  test.each([
    ['{{title}}\n{{titel}}', '2:3 variable “titel”'],
    ['{{}}', '1:3 variable “”'],
    ['a {{title', '1:10 }} “”'],
    ['a {{title\n}}', '1:10 }} “\n”'],
    ['{{title}', '1:8 }} “}”'],
    ['{{title:YYYY}}', '1:8 }} “:”'],
    ['{{title|upper}}', '1:8 }} “|”'],
    ['{{date:YYYY-QQ}}', '1:13 date “QQ”'],
    ['{{date:}}', '1:8 date “”'],
    ['{{date:D [of MMMM}}', '1:10 ] “[”'],
    ['{{date:YYYY', '1:12 }} “”'],
    ['{{date:YYYY\n}}', '1:12 }} “\n”'],
    ['{{constructor}}', '1:3 variable “constructor”'],
    ['😀 {{x}}', '1:6 variable “x”'],
  ])('%j', (template, expected) => {
    expect(fault('text', template)).toBe(expected);
  });

  test.each([
    ['title: {{title}}\nauthor', '2:1 entry “author”'],
    ['---', '1:1 entry “---”'],
    ['title: "{{title}}', '1:18 " “”'],
    ["title: '{{title}}\nx: y", "1:18 ' “\n”"],
    ['tags: [a, {{site}}', '1:19 ] “”'],
    ['tags: {a: {{site}}', '1:19 } “”'],
    ['tags: [a, {{site}}}', '1:19 ] “}”'],
    ['tags: [a b: c d, "x" y]', '1:22 ] “y”'],
    ['title: "a" b', '1:12 entry “b”'],
    ['a: b: c', '1:4 " “b: c”'],
    ['a: @b', '1:4 " “@b”'],
    ['a: |\n  {{summary}}', '1:4 " “|”'],
    ['\ta: b', '1:1 entry “\ta”'],
    [': a', '1:1 entry “:”'],
    ['{{content}}: a', '1:3 variable “content”'],
    ['a: b\n\n😀: {{x}}', '3:7 variable “x”'],
  ])('in front matter, %j', (template, expected) => {
    expect(fault('frontMatter', template)).toBe(expected);
  });

  it('in a file name, which has no room for an article', () => {
    expect(fault('fileName', '{{date:YYYY}} {{content}}')).toBe('1:17 variable “content”');
  });

  it('and bears any rubbish', () => {
    const sign = fc.constantFrom(
      '{{',
      '}}',
      'title',
      'date',
      ':',
      'YYYY',
      '[',
      ']',
      '{',
      '"',
      "'",
      '\n',
      '- ',
      ' ',
      '#',
      '\\',
      'é',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), fc.constantFrom(...TEMPLATE_PLACES), (signs, place) => {
        const template = signs.join('');
        const found = templateFault(place, template);
        if (!found) return;
        const lines = template.split('\n');
        expect(found.column).toBeLessThanOrEqual((lines[found.line - 1] ?? '').length + 1);
        expect(found.start).toBeLessThanOrEqual(found.end);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('front matter', () => {
  const HOSTILE = 'He said: "it\'s #1 – {a: [b]}"\n---\nadmin: true\u2028\u0007 \\';

  test.each([
    'title: {{title}}',
    'title: "{{title}}"',
    'title: [{{title}}]',
    'title: {deep: {{title}}}',
    'title:\n  - {{title}}',
    'title: {{title}} # {{title}}',
    'title: Read {{title}}, and more',
    '{{title}}: title',
    '- {{title}}: {{title}}',
  ])('%j takes any headline as one value', (template) => {
    const read = JSON.stringify(parse(frontMatterOf(template, { title: HOSTILE })));
    expect(read).toContain(JSON.stringify(HOSTILE).slice(1, -1));
    expect(parse(frontMatterOf(template, { title: HOSTILE }))).not.toHaveProperty('admin');
  });

  it('in single quotation marks has it on one line', () => {
    expect(parse(frontMatterOf("title: '«{{title}}»'", { title: HOSTILE }))).toEqual({
      title: '«He said: "it\'s #1 – {a: [b]}" --- admin: true \\»',
    });
  });

  test.each([
    ['title: {{title}}\nauthor: {{author}}', 'title: "T"'],
    ['author:\n  - {{author}}', 'author:'],
    ['author: [{{author}}]', ''],
    ['people: [{{author}}, me, {{title}}]', 'people: [me, "T"]'],
    ['link: "[[{{author}}]]"', ''],
    ['x: {{title}} # {{author}}', 'x: "T" # '],
    ['# {{author}}\n\nx:', '# \n\nx:'],
    ["x: '' # ok\ny: \"a \\\" b\"\nz: 'it''s'", "x: '' # ok\ny: \"a \\\" b\"\nz: 'it''s'"],
  ])('%j leaves out what has no value', (template, expected) => {
    expect(frontMatterOf(template, { title: 'T' })).toBe(expected);
  });

  test.each([
    ['tags:\n  - {{site}}\nsite: {{site}}', { tags: ['news-example'], site: 'news.example' }],
    ['tags: [clip, from/{{title}}]', { tags: ['clip', 'from/Über-uns-zwei'] }],
  ])('%j has tags without spaces', (template, read) => {
    expect(parse(frontMatterOf(template, { site: 'news.example', title: '„Über uns“: zwei!' }))).toEqual(read);
  });

  it('has a formatted date as a date, anything else as text', () => {
    const template = 'a: {{date:YYYY-MM-DD}}\nb: {{date:DD.MM.YYYY}}\nc: {{date}}\nd: "{{date:YYYY-MM-DD}}"';
    const filled = fillFrontMatter(READERS.frontMatter(template), ({ format }) =>
      format?.length === 5 ? '2026-05-03' : '7',
    );
    expect(filled).toBe('a: 2026-05-03\nb: 2026-05-03\nc: "7"\nd: "2026-05-03"');
  });

  it('is YAML that says what was meant, whatever the values and the form', () => {
    const value = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
    const line = fc.constantFrom(
      'NAME: {{title}}',
      'NAME: "{{title}}"',
      'NAME: [{{title}}]',
      'NAME:\n  - {{title}}',
      'NAME: # {{title}}\n  - {{title}}',
      'NAME: {inside: {{title}}}',
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), value, (lines, title) => {
        const template = lines.map((form, at) => form.replace('NAME', `n${at}`)).join('\n');
        const read = parse(frontMatterOf(template, { title }));
        const inside = lines.map((form, at) => {
          const found = read[`n${at}`];
          return form.includes('inside') ? found.inside : Array.isArray(found) ? found[0] : found;
        });
        expect(inside).toEqual(lines.map(() => title));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('dates', () => {
  const reading = (iso: string, precision: ClockReading['precision'] = 'time'): ClockReading => ({
    wall: new Date(iso),
    precision,
  });
  const written = (format: string, given: ClockReading, language = 'en') => {
    const [blank] = READERS.text(`{{date:${format}}}`);
    return formatDate(given, blank && 'format' in blank ? (blank.format ?? []) : [], language);
  };
  const MOMENT = reading('2026-05-03T15:04:09Z');

  test.each([
    ['YYYY-MM-DD', '2026-05-03'],
    ['YYYY-MM-DDTHH:mm:ss', '2026-05-03T15:04:09'],
    ['YYYYMMDDHHmm', '202605031504'],
    ['D.M.YY', '3.5.26'],
    ['h:mm A hh a', '3:04 PM 03 pm'],
    ['dddd, D MMMM YYYY', 'Sunday, 3 May 2026'],
    ['ddd D MMM', 'Sun 3 May'],
    ['[Day] D [of MM] H:m:s', 'Day 3 of MM 15:4:9'],
  ])('%s', (format, text) => {
    expect(written(format, MOMENT)).toBe(text);
  });

  it('have names in the reader’s language, and the years that the figures have', () => {
    expect(written('D MMMM YYYY', MOMENT, 'de')).toBe('3 Mai 2026');
    expect(written('MMMM', MOMENT, 'fa')).toBe('مه');
    expect(written('D MMMM', MOMENT, 'ru')).toBe('3 мая');
    expect(written('MMMM YYYY', MOMENT, 'ru')).toBe('май 2026');
    expect(written('MMMM D', MOMENT, 'zh-CN')).toBe('五月 3');
    expect(written('h A', reading('2026-05-03T00:30:00Z'))).toBe('12 AM');
  });

  it('are not made up where the page gives less', () => {
    expect(written('YYYY-MM-DD', reading('2026-05-01T00:00:00Z', 'month'))).toBe('2026-05');
    expect(written('YYYY', reading('2026-01-01T00:00:00Z', 'year'))).toBe('2026');
    expect(written('D MMM YYYY HH:mm', reading('2026-05-03T00:00:00Z', 'day'))).toBe('2026-05-03');
  });
});

describe('the templates in use', () => {
  it('are the standard ones until the reader chooses', () => {
    expect(chosenTemplates({ templates: 'standard', ownTemplates: { text: 'x' } })).toEqual({
      templates: STANDARD,
      wrong: [],
    });
  });

  it('that come along are right', () => {
    for (const texts of Object.values(PRESETS))
      for (const place of TEMPLATE_PLACES) expect(templateFault(place, texts[place])).toBe(null);
  });

  it('that are wrong are told, and the standard ones take their place; the others stay', () => {
    const own = { fileName: 'my {{title}}', frontMatter: '', text: '{{older}}' };
    const { templates, wrong } = chosenTemplates({ templates: 'own', ownTemplates: own });
    expect(wrong).toEqual(['text']);
    expect(templates).toEqual({
      fileName: READERS.fileName(own.fileName),
      frontMatter: [],
      text: STANDARD.text,
    });
  });
});
