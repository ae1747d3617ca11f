import { attribute } from '../dom.ts';
import { foldedText } from '../fold.ts';
import { nameOf } from '../metadata/names.ts';
import type { Block, Box, Metadata } from '../types.ts';

const BYLINE_WORDS = /by-?line|author|writer|reporter|contributor|\bauteur\b|\bautor\b/;

/**
 * "By" in many languages, at the start of a line that goes on with a name. Not with the flag `u`, which takes a browser
 * three times as long to make ready.
 */
const BY =
  /^(?:(?:written|posted|published|reported|story|article|text|words|photos?(?: and text)?)\s+by|by|von|par|por|di|door|av|af|geschreven door|skrevet af|autor(?:a|es|in)?|auteurs?|authors?|autore|penulis|oleh|yazan|yazar|pisze|napisała?|redacción de|texto(?: de)?|текст|автор(?:ы)?|tác giả|bài|ditulis oleh|γράφει(?: ο| η)?|του|της|מאת|بقلم|كتب(?:ت)?|الكاتب|نویسنده|بقلم الكاتب|लेखक|द्वारा|โดย|作者|記者|记者|文|撰文|筆者|著者|執筆者?|取材・文|글|기자)(?:\s*[:：／/|・]\s*|\s+|(?<=者|撰文)(?=\S))/i;
/** "By" that only counts with a colon: a word of ordinary sentences otherwise. */
const AMBIGUOUS = /^(?:text|texto|words|文|글|di|του|της|av|af|por|par|von|bài|текст|autor)\s+/iu;
/** Where the name in a line ends: before a date, a role after a bar, a handle, an address. */
const withoutEnd = (text: string): string =>
  text.replace(
    /\s*(?:[|•·—–／]|\s[-/]\s|[,;]?\s*\b(?:updated|published|posted|on)\b\s*:?|\b\d{1,4}[./:年-]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\d{1,2}\s+[\p{L}]+\s+\d{4}|\d{4}|\bfollow\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|@\w|\S+@\S+\.\w|\((?![^)]*\)\s\p{L})).*$/isu,
    '',
  );
/** What is said of whoever is named: "Jane Doe, political editor". */
const withoutApposition = (text: string): string =>
  text.replace(/^(\p{Lu}[^,]*),\s+(?!(?:and|und|et|y|e|i|og|och|en|ve|и|і)\s)\p{Ll}.*$/su, '$1');
/** A date in figures that a line begins with, or the time of day. */
const DATE_FIRST = /^\d[\d\s年月日時时分:：./-]*(?:[ap]m\b(?:\s+[a-z]{2,4}t\b)?\s*)?/i;
/** Nothing but capitalised words and what joins the parts of names. */
const isNames = (text: string): boolean =>
  /^\p{Lu}[\p{L}'’.-]*(?:,?(?:\s+(?:d[aeiou]s?|del|la|le|van|von|der|den|ter|y|e|i|und|et|och|og|en))*\s+\p{Lu}[\p{L}'’.-]*){1,6}$/u.test(
    text,
  );
const MOST_WORDS = 9;

/** Cleans a line that is a byline by its place or first word. */
function cleaned(line: string, sites: readonly (string | null)[]): string | null {
  let rest = withoutApposition(withoutEnd(`${line} `.replace(DATE_FIRST, '').replace(BY, ''))).trim();
  // Where a line has no mark between the name and the house, the house is known by its own name.
  for (const site of sites)
    if (site && rest.length > site.length && rest.endsWith(` ${site}`)) rest = rest.slice(0, -site.length);
  const name = nameOf(rest, sites);
  if (
    !name ||
    name.split(/\s+/).length > MOST_WORDS ||
    name.length > 90 ||
    /[.!?。！？]\s+\p{L}{3,}.*[.!?](?:\s|$)/u.test(name)
  )
    return null;
  return /\p{L}{2}/u.test(name) ? name : null;
}

/** Does a line begin with "By"? Where that can mean something else, nothing but names may follow. */
export const isByline = ({ text }: Block): boolean =>
  BY.test(text) && (!AMBIGUOUS.test(text) || isNames(cleaned(text, []) ?? ''));

/** In Latin, Greek and Cyrillic names begin with a capital. */
const isCapitalised = (name: string): boolean => !/^\p{Ll}/u.test(name);

const isMarked = (block: Block): boolean => {
  let box: Box | null = block.box;
  for (let up = 0; box && up < 3; up++, box = box.parent) if (BYLINE_WORDS.test(box.words)) return true;
  return false;
};

/**
 * Who wrote the article: as the page shows it, with metadata to tell names from what stands around them, else from
 * metadata alone.
 *
 * @param named the authors that metadata names
 * @param around the Blocks that can say it, likeliest first
 */
export function findByline(
  metadata: Metadata,
  named: readonly string[],
  headline: Block | null,
  around: readonly Block[],
): string | null {
  const sites = [metadata.siteName, metadata.publisher];
  // Some content systems write the "By" into the names.
  const authors = named.flatMap((author) => cleaned(author, sites) ?? []);
  const lines = around.filter((block) => block !== headline);
  const said = authors.length > 0 ? lines.map(({ text }) => text.toLowerCase()) : [];
  const shown = authors.filter((author) => said.some((text) => text.includes(author.toLowerCase())));
  const apart = shown.filter((name) => !shown.some((other) => other !== name && name.includes(other)));
  if (apart.length > 0) return [...new Set(apart)].join(', ');
  for (const block of lines) {
    const link = block.links.find((candidate) => /\bauthor\b/i.test(attribute(candidate, 'rel') ?? ''));
    const name = link && cleaned(foldedText(link), sites);
    if (name && name.length < 60) return name;
  }
  for (const block of lines) {
    const by = BY.test(block.text.replace(DATE_FIRST, ''));
    const marked = isMarked(block);
    if (!by && (!marked || (block.kind === 'item' && block.linkLength === block.length))) continue;
    const name = cleaned(block.text, sites);
    if (!name || !isCapitalised(name)) continue;
    if (marked || !AMBIGUOUS.test(block.text) || (block.kind !== 'heading' && isNames(name))) return name;
  }
  return authors.length > 0 ? authors.join(', ') : null;
}
