import { agenciesIn, isAgencysOwn } from '../agencies.ts';
import type { SignalRule } from '../types.ts';

/** A longer line is a paragraph: only its end may be the credit. Test: repost/edges.test.ts */
const MAX_CREDIT_CHARS = 220;
/** How much of such an end is quoted. */
const MAX_END_QUOTE_CHARS = 80;
/** Desk and initials: "dpa/ab". */
const DESK = '(?:/[\\p{L}/]{1,12})?';
/** What stands before and after the name. */
const makeForms = (): readonly (readonly [before: RegExp, after: RegExp])[] => [
  // © Reuters, Copyright 2024 AFP, (c) dpa
  [/(?:©|\(c\)|copyright)[^.]{0,24}$/iu, /^/],
  // (AP), — Reuters, dpa/ab, 【ロイター】
  [/^[\s\p{P}\p{S}]*$/u, new RegExp(`^${DESK}[\\s\\p{P}\\p{S}]*$`, 'u')],
  // Source: Reuters, 来源：新华社
  [/^[\p{L}\p{M}\s]{2,24}[:：]\s*$/u, /^[\s\p{P}]*(?:$|[,/])/u],
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
/** Made when a line names an agency: a browser takes long to compile patterns of Unicode classes. */
let forms: ReturnType<typeof makeForms> | undefined;

/** The story ends with an agency's credit: "© Reuters", "(AP)", "AFP contributed to this report". */
export default {
  id: 'agency-credit',
  direction: 'syndicated',
  find({ tail, head, page: { host } }) {
    for (const { text, nodes, block } of [...tail, ...head]) {
      if (block.kind === 'heading' || block.kind === 'cell' || block.kind === 'item') continue;
      const isCut = text.length > MAX_CREDIT_CHARS;
      for (const { name, before, after } of agenciesIn(text.slice(-MAX_CREDIT_CHARS))) {
        forms ??= makeForms();
        const fits = forms.some(([one, two]) => one.test(before) && two.test(after));
        if (!fits || isAgencysOwn(name, host)) continue;
        return {
          quote: isCut ? `${before}${name}${after}`.slice(-MAX_END_QUOTE_CHARS) : text,
          node: nodes.at(-1),
          names: { publisher: name },
        };
      }
    }
    return null;
  },
} satisfies SignalRule;
