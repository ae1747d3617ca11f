import { alphanumericKey } from '../../alphanumeric-key.ts';
import { accountName } from '../site-owner.ts';
import type { SignalContext, SignalRule } from '../types.ts';

/** A line that names a source has no more. */
const MAX_LINE_CHARS = 120;
/** Of a name: "Corporation", "Aktiengesellschaft" may stand behind it. */
const MAX_CHARS_BESIDE_NAME = 20;
/** A shorter name may be a part of others. */
const MIN_NAME_CHARS = 5;

/** The text names the page's own house as its source, as press releases do at their issuer's. Fixture: repost/own-release */
export default {
  id: 'own-source',
  direction: 'against',
  find(context) {
    const { tail } = context;
    const names = ownNames(context);
    if (names.length === 0) return null;
    for (const { text, nodes } of tail) {
      if (text.length > MAX_LINE_CHARS) continue;
      const named = sourceIn(text, context);
      if (named && names.some((name) => named.startsWith(name) && named.length <= name.length + MAX_CHARS_BESIDE_NAME))
        return { quote: text, node: nodes[0] };
    }
    return null;
  },
} satisfies SignalRule;

/** What the page's own house is called. */
function ownNames({ page: { host }, metadata: { siteName } }: SignalContext): string[] {
  return [accountName(host), alphanumericKey(siteName ?? '')].filter(({ length }) => length >= MIN_NAME_CHARS);
}

/** The name behind the word for "source": "SOURCE NAME", "Source: NAME". */
function sourceIn(text: string, { phrases }: SignalContext): string | null {
  const [, word = '', name = ''] = /^([^\s:：]{2,30})[\s:：]+([^,，]+)/.exec(text) ?? [];
  return phrases.is('source', word) ? alphanumericKey(name) : null;
}
