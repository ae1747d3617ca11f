import { agenciesIn, isAgencysOwn } from '../agencies.ts';
import type { SignalRule } from '../types.ts';

/** How much of the beginning of a text may be its dateline. */
const MAX_DATELINE_CHARS = 90;
/** What stands before and after the name, within the first sentence. */
const FORMS: readonly (readonly [before: RegExp, after: RegExp])[] = [
  // (Reuters) –   【新华社】   МОСКВА, 3 мая. /ТАСС/   ROMA (ANSA)   Berlin (dpa/tmn) -   [東京　５日　ロイター]   (강릉=연합뉴스)
  [
    /^[^.!?。！？]{0,60}?(?:\.\s(?=\/))?[(（[［【〔/]\s*(?:[^()（）【】[\]./]{0,30}[\s/=-])?$/u,
    /^(?:[\s/=,-][^()（）【】[\]]{0,24})?\s*[)）\]］】〕/]/u,
  ],
  // Reuters –   PARIS, AFP -   تهران - ایرنا -   新华社北京3月5日电
  [/^(?:[^.!?。！？–—-]{0,40}(?:,|\s[–—-])\s*)?$/u, /^(?:\s*(?:[–—:|]|-\s)|[^\s,。，]{0,16}[电電](?:[\s（]|$))/u],
];

/** The text begins with an agency's dateline: "BERLIN (dpa) –", "【新华社】". */
export default {
  id: 'agency-dateline',
  direction: 'syndicated',
  find({ article, page: { host } }) {
    for (const block of article.body.slice(0, 2)) {
      const start = block.text.slice(0, MAX_DATELINE_CHARS);
      for (const { name, before, after } of agenciesIn(start)) {
        const ends = FORMS.find(([one, two]) => one.test(before) && two.test(after))?.[1].exec(after)?.[0];
        if (ends === undefined || isAgencysOwn(name, host)) continue;
        return { quote: before + name + ends, node: block.nodes[0], names: { publisher: name } };
      }
    }
    return null;
  },
} satisfies SignalRule;
