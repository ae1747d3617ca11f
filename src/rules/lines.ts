/** Reads and changes lists of kept lines. */
import { covering, siteOf } from '../settings/site.ts';
import { ruleOf } from './parse.ts';
import { printRule } from './print.ts';
import type { Rule } from './rule.ts';

const known = new WeakMap<readonly string[], readonly Rule[]>();

/** The rules among lines. Read once for each list. */
export function rulesOf(lines: readonly string[]): readonly Rule[] {
  const rules = known.get(lines) ?? lines.flatMap((line) => ruleOf(line) ?? []);
  known.set(lines, rules);
  return rules;
}

/** The rules for the Site of an address. Those for one page may be for another one of it. */
export function rulesAt(lines: readonly string[], address: string): Rule[] {
  const own = siteOf(address);
  const sites = new Set(own === null ? [] : covering(own));
  return rulesOf(lines).filter(({ site }) => sites.has(site));
}

/** Verbs that replace each other when they are about the same thing. */
const TOPICS: Readonly<Record<Rule['verb'], string>> = {
  copy: 'copy',
  'not-copy': 'copy',
  original: 'original',
  article: 'article',
  keep: 'keep',
  hide: 'piece',
  show: 'piece',
};

/** What a rule is about. Of two rules with the same topic, the later one counts. */
function topicOf(rule: Rule): string {
  const [place, , ...rest] = printRule(rule).split(' ');
  const isAbout = rule.verb === 'keep' || TOPICS[rule.verb] === 'piece';
  return [place, TOPICS[rule.verb], ...(isAbout ? rest : [])].join(' ');
}

/** The lines with one more rule, without those that it replaces. */
export function withRule(lines: readonly string[], rule: Rule): string[] {
  const topic = topicOf(rule);
  const others = lines.filter((line) => {
    const other = ruleOf(line);
    return !other || topicOf(other) !== topic;
  });
  return [...others, printRule(rule)];
}

/** Merges edited lines with the lines that were added elsewhere during the edit. */
export function withEdited(now: readonly string[], before: readonly string[], edited: readonly string[]): string[] {
  const known = new Set([...before, ...edited]);
  return [...edited, ...now.filter((line) => !known.has(line))];
}
