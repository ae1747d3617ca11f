import { printDescription } from './description.ts';
import type { Rule } from './rule.ts';

function rest(rule: Rule): string {
  switch (rule.verb) {
    case 'hide':
    case 'show':
    case 'article':
      return ` ${printDescription(rule.piece)}`;
    case 'keep':
      return ` ${rule.kind}`;
    case 'original':
      return ` ${rule.url}`;
    default:
      return '';
  }
}

/** A rule as its line: what {@link ./parse.ts} reads again. */
export const printRule = (rule: Rule): string => `${rule.site}${rule.page ?? ''} ${rule.verb}${rest(rule)}`;
