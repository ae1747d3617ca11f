import { webUrl } from '../dom.ts';
import { memoizeWeak } from '../memoize.ts';
import { nameAfter } from '../phrases/named.ts';
import { isArticleUrl } from './links.ts';
import type { SignalContext } from './types.ts';

const END = /[\s.)）\]]+$/;
/** A name, not a sentence. */
const NAME = /^[^.!?。！？]{2,60}$/;
const ADDRESS = /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/i;

/** "Source: NAME" without a link. */
export interface PlainSource {
  readonly quote: string;
  readonly node: Node | undefined;
  readonly publisher: string;
  /** Where the name is the address of an article, written out. */
  readonly url: URL | null;
}

/** The first one at the end of the article, else at its beginning. */
export const plainSource = memoizeWeak(({ head, tail, phrases, isOwn, article }: SignalContext): PlainSource | null => {
  for (const { text, links, nodes, block } of [...tail, ...head]) {
    if (links.length > 0 || block.kind === 'heading' || block.kind === 'cell') continue;
    const name = nameAfter(text, phrases) ?? phrases.match('attribution', text)?.fills.at(-1)?.replace(END, '');
    if (!name || name === article.publisher) continue;
    const address = ADDRESS.test(name) ? webUrl(/^http/i.test(name) ? name : `https://${name}`, 'about:blank') : null;
    if (address ? isOwn(address.hostname) : !NAME.test(name)) continue;
    return {
      quote: text,
      node: nodes[0],
      publisher: address?.hostname ?? name,
      url: address && isArticleUrl(address) ? address : null,
    };
  }
  return null;
});
