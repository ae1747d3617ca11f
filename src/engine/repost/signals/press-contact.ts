import { houseOf } from '../house.ts';
import type { Rule } from '../rule.ts';

const ADDRESS = /[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})/i;
const LAST = 8;
const LONGEST = 1000;

/** The text ends with an address of the house that it names as its source: a press release. */
export default {
  id: 'press-contact',
  direction: 'against',
  find({ article, tail }, named) {
    const ends = [...article.body.slice(-LAST), ...tail.map(({ block }) => block)];
    for (const { text, nodes } of ends) {
      if (text.length > LONGEST || !text.includes('@')) continue;
      const [address, host] = ADDRESS.exec(text) ?? [];
      if (!address || !host) continue;
      if (named.some(({ url }) => url && houseOf(url.hostname) === houseOf(host)))
        return { quote: address, node: nodes[0] };
    }
    return null;
  },
} satisfies Rule;
