import { attribute, holds, parentOf, read } from '../dom.ts';
import { nameOf } from '../metadata/names.ts';
import { type Reader, readableNodes, readableText } from '../remaining-text.ts';
import type { Block, Box, Metadata } from '../types.ts';
import { BYLINE_WORDS } from '../vocabulary.ts';
import { collapseWhitespace } from '../whitespace.ts';

/**
 * "By" in many languages, at the beginning of a line with a name. Without the flag `u`: with it a browser takes three
 * times as long to compile the pattern.
 */
export const BY =
  /^(?:(?:written|posted|published|reported|story|article|text|words|photos?(?: and text)?)\s+by|by|von|par|por|di|door|av|af|geschreven door|skrevet af|autor(?:a|es|in)?|auteurs?|authors?|autore|penulis|oleh|yazan|yazar|pisze|napisała?|redacción de|texto(?: de)?|текст|автор(?:ы)?|tác giả|bài|ditulis oleh|γράφει(?: ο| η)?|του|της|מאת|بقلم|كتب(?:ت)?|الكاتب|نویسنده|بقلم الكاتب|लेखक|द्वारा|โดย|作者|記者|记者|文|撰文|筆者|著者|執筆者?|取材・文|글|기자)(?:\s*[:：／/|・]\s*|\s+|(?<=者|撰文)(?=\S))/i;
/** Words for "by" that also begin ordinary sentences, where no colon follows. */
const AMBIGUOUS_BY = /^(?:text|texto|words|authors?|door|文|글|di|του|της|av|af|por|par|von|bài|текст|autor)\s+/iu;
/** Cuts off what follows the name: a date, a role after a bar, a handle, an address. */
const withoutEnd = (text: string): string =>
  text.replace(
    /\s*(?:[|•·⋅∙—–／]|\s[-/]\s|[,;]?\s*\b(?:updated|published|posted|on)\b\s*:?|\b\d{1,4}[./:年-]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\d{1,2}\s+[\p{L}]+\s+\d{4}|\d{4}|\bfollow\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|@\w|\S+@\S+\.\w|\((?![^)]*\)\s\p{L})).*$/isu,
    '',
  );
/** Cuts off what a line says about the author: "Jane Doe, political editor". */
const withoutApposition = (text: string): string =>
  text.replace(/^(\p{Lu}[^,]*),\s+(?!(?:and|und|et|y|e|i|og|och|en|ve|и|і)\s)\p{Ll}.*$/su, '$1');
/** A date in digits, or a time of day, at the beginning of a line. */
const LEADING_DATE = /^\d[\d\s年月日時时分:：./-]*(?:[ap]m\b(?:\s+[a-z]{2,4}t\b)?\s*)?/i;
/** The text is nothing but capitalised words and the particles between parts of names. */
const isOnlyNames = (text: string): boolean =>
  /^\p{Lu}[\p{L}'’.-]*(?:,?(?:\s+(?:d[aeiou]s?|del|la|le|van|von|der|den|ter|y|e|i|und|et|och|og|en))*\s+\p{Lu}[\p{L}'’.-]*){1,6}$/u.test(
    text,
  );
const MAX_NAME_WORDS = 9;
const MAX_NAME_CHARS = 90;
const MAX_LINKED_NAME_CHARS = 59;
/** What of a line is looked at: a name, and what follows it. */
const MAX_LINE_CHARS = 400;
/** Boxes around a line whose class words may mark it as a byline. */
const MAX_BOXES_AROUND = 3;

/** The name in a line that is a byline by its place or its first word; `null` where it has none. */
function nameInLine(line: string, sites: readonly (string | null)[]): string | null {
  let rest = withoutApposition(
    withoutEnd(`${line.slice(0, MAX_LINE_CHARS)} `.replace(LEADING_DATE, '').replace(BY, '')),
  ).trim();
  // The site's name may follow without a mark between.
  for (const site of sites)
    if (site && rest.length > site.length && rest.endsWith(` ${site}`)) rest = rest.slice(0, -site.length);
  const name = nameOf(rest, sites);
  if (
    !name ||
    name.split(/\s+/).length > MAX_NAME_WORDS ||
    name.length > MAX_NAME_CHARS ||
    /[.!?。！？]\s+\p{L}{3,}.*[.!?](?:\s|$)/u.test(name)
  )
    return null;
  return /\p{L}{2}/u.test(name) ? name : null;
}

/** The line begins with "by". Where that is ambiguous, only names may follow. */
export const isByline = ({ text }: Block): boolean =>
  BY.test(text) && (!AMBIGUOUS_BY.test(text) || isOnlyNames(nameInLine(text, []) ?? ''));

/** Names in Latin, Greek and Cyrillic script begin with a capital. */
const isCapitalised = (name: string): boolean => !/^\p{Ll}/u.test(name);

/** Nothing but names, or in a script without capitals. */
const isName = (name: string): boolean => isOnlyNames(name) || !/[\p{Lu}\p{Ll}]/u.test(name);

const isMarked = (block: Block): boolean => {
  let box: Box | null = block.box;
  for (let up = 0; box && up < MAX_BOXES_AROUND; up++, box = box.parent) if (BYLINE_WORDS.test(box.words)) return true;
  return false;
};

/** Elements around a text in its line that may name the author. */
const MAX_ELEMENTS_AROUND = 4;
const MAX_MARKED_CHARS = 80;

/** The elements in a line that say by class, `rel` or property that they hold an author's name, in order. */
function markedIn({ nodes, box }: Block): Element[] {
  const found = new Set<Element>();
  for (const node of nodes) {
    let marked: Element | null = null;
    for (
      let up = read(node, 'parentElement'), i = 0;
      up && up !== box.element && i < MAX_ELEMENTS_AROUND;
      up = parentOf(up), i++
    ) {
      const stated = `${attribute(up, 'rel') ?? ''} ${attribute(up, 'itemprop') ?? ''}`;
      if (/\bauthor\b/i.test(stated) || BYLINE_WORDS.test((attribute(up, 'class') ?? '').toLowerCase())) marked = up;
      if (marked === up && up.localName === 'a') break;
    }
    if (marked) found.add(marked);
  }
  return [...found];
}

/** What a byline is looked for in. */
interface BylineContext {
  /** Names that metadata states, without "by". */
  readonly stated: readonly string[];
  /** The Blocks that may name the author, likeliest first, with the words that are read of them. */
  readonly lines: readonly { readonly block: Block; readonly text: string; readonly nodes: readonly Text[] }[];
  readonly sites: readonly (string | null)[];
}

/** Where names of authors may stand, the surest first. */
const SOURCES: readonly ((context: BylineContext) => readonly string[])[] = [
  // Stated, and shown too. A name that is a button is not read as words of its line. Test: stated
  ({ stated, lines }) => {
    const texts = stated.length > 0 ? lines.map(({ block }) => block.text.toLowerCase()) : [];
    const shown = stated.filter((name) => texts.some((text) => text.includes(name.toLowerCase())));
    return shown.filter((name) => !shown.some((other) => other !== name && name.includes(other)));
  },
  // A link to the author.
  ({ lines, sites }) =>
    firstNames(lines, ({ block, nodes }) => {
      const links = block.links.filter((link) => /\bauthor\b/i.test(attribute(link, 'rel') ?? ''));
      return namesIn(links, nodes, sites).filter((name) => name.length <= MAX_LINKED_NAME_CHARS);
    }),
  // "By".
  ({ lines, sites }) =>
    firstNames(lines, ({ block, text }) => {
      const name = BY.test(text.replace(LEADING_DATE, '')) ? nameInLine(text, sites) : null;
      if (!name || !isCapitalised(name)) return [];
      const isSure = !AMBIGUOUS_BY.test(text) || isMarked(block) || (block.kind !== 'heading' && isOnlyNames(name));
      return isSure ? [name] : [];
    }),
  // Stated alone.
  ({ stated }) => stated,
  // Called a byline: "Full bio" and "Report an error" stand in such Boxes too. Test: stated
  ({ lines, sites }) =>
    firstNames(lines, ({ block, text, nodes }) => {
      const isLine = isMarked(block) && (block.kind !== 'item' || block.linkLength !== block.length);
      const name = isLine ? nameInLine(text, sites) : null;
      return name && isName(name) ? [name] : namesIn(markedIn(block), nodes, sites).filter(isName);
    }),
];

function firstNames<T>(items: readonly T[], namesOf: (item: T) => readonly string[]): readonly string[] {
  for (const item of items) {
    const names = namesOf(item);
    if (names.length > 0) return names;
  }
  return [];
}

/**
 * Who wrote the article: who the surest source names.
 *
 * @param named the authors that metadata names
 * @param around the Blocks that may name the author, likeliest first
 * @param reader for the words that are read of a line: no icon's letters
 */
export function findByline(
  metadata: Metadata,
  named: readonly string[],
  headline: Block | null,
  around: readonly Block[],
  reader: Reader,
): string | null {
  const sites = [metadata.siteName, metadata.publisher];
  const context: BylineContext = {
    sites,
    // Some content systems write the "by" into the names.
    stated: [...new Set(named.flatMap((author) => nameInLine(author, sites) ?? []))],
    lines: around
      .filter((block) => block !== headline)
      .map((block) => ({ block, text: readableText(block, reader), nodes: readableNodes(block, reader) })),
  };
  return firstNames(SOURCES, (namesFrom) => namesFrom(context)).join(', ') || null;
}

/** The names in these elements of a line, each once. */
function namesIn(elements: readonly Element[], nodes: readonly Text[], sites: readonly (string | null)[]): string[] {
  const names = elements.flatMap((element) => {
    const text = collapseWhitespace(nodes.flatMap((node) => (holds(element, node) ? node.data : [])).join(''));
    return text.length > MAX_MARKED_CHARS ? [] : (nameInLine(text, sites) ?? []);
  });
  return [...new Set(names)];
}
