import { houseOf } from '../house.ts';
import type { Rule } from '../rule.ts';

const FEWEST = 3;
const SHARE = 0.7;

/** Most links in the text go to one other house, and hardly any stay in the page's own. */
export default {
  id: 'links-elsewhere',
  find({ linksOut, linksIn }) {
    const counts = new Map<string, number>();
    for (const { url } of linksOut) {
      if (url) counts.set(houseOf(url.hostname), (counts.get(houseOf(url.hostname)) ?? 0) + 1);
    }
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    if (!most) return null;
    const [house, count] = most;
    if (count < FEWEST || count < SHARE * (linksOut.length + linksIn)) return null;
    const link = linksOut.find(({ url }) => url && houseOf(url.hostname) === house);
    return { quote: `${count} × ${house}`, node: link?.element };
  },
} satisfies Rule;
