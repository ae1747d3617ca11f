import { agenciesIn, isAgencysOwn } from '../agencies.ts';
import type { Rule } from '../rule.ts';

const LONGEST = 220;
/** Desk and initials: "dpa/ab". */
const DESK = '(?:/[\\p{L}/]{1,12})?';
/** What stands before and after the name. `whole` is for lines that say nothing else. */
const formsOf = (): readonly (readonly [before: RegExp, after: RegExp, whole?: 'whole'])[] => [
  // © Reuters, Copyright 2024 AFP, (c) dpa
  [/(?:©|\(c\)|copyright)[^.]{0,24}$/iu, /^/],
  // (AP), — Reuters, dpa/ab, 【ロイター】
  [/^[\s\p{P}\p{S}]*$/u, new RegExp(`^${DESK}[\\s\\p{P}\\p{S}]*$`, 'u'), 'whole'],
  // Source: Reuters, 来源：新华社
  [/^[\p{L}\p{M}\s]{2,24}[:：]\s*$/u, /^[\s\p{P}]*(?:$|[,/])/u, 'whole'],
  // Reuters contributed
  [/^/, /^\s+(?:contributed|journalists?|writers?|a contribué|contribuyó|contribuiu|ha contribuito)/u],
  // with material from AFP
  [
    /(?:with (?:files|reporting|material|information|additional reporting) (?:from|by)|mit material (?:von|der)|con informaci[oó]n de|avec|com informações d[aeo]|con contenuti|по материалам|за матеріалами|по данным|根据|據|نقلا عن|به نقل از|dari)[^.]{0,20}?[\s:：]$/iu,
    /^/,
  ],
  // The end of a story: "… yesterday. (AFP)"
  [/[.!?。！？»”"]\s*[(（[【/–—-]\s*$/u, new RegExp(`^${DESK}\\s*[)）\\]】/]?$`, 'u')],
];
/** Made when a line names an agency: patterns of Unicode's classes take the browser a while. */
let forms: ReturnType<typeof formsOf> | undefined;

/** The story ends with an agency's credit: "© Reuters", "(AP)", "AFP contributed to this report". */
export default {
  id: 'agency-credit',
  direction: 'syndicated',
  find({ tail, head, page: { host } }) {
    for (const { text, nodes, block } of [...tail, ...head]) {
      if (block.kind === 'heading' || block.kind === 'cell' || block.kind === 'item') continue;
      const isCut = text.length > LONGEST;
      for (const { name, before, after } of agenciesIn(text.slice(-LONGEST))) {
        forms ??= formsOf();
        const fits = forms.some(([one, two, whole]) => !(whole && isCut) && one.test(before) && two.test(after));
        if (!fits || isAgencysOwn(name, host)) continue;
        return {
          quote: isCut ? `${before}${name}${after}`.slice(-80) : text,
          node: nodes.at(-1),
          names: { publisher: name },
        };
      }
    }
    return null;
  },
} satisfies Rule;
