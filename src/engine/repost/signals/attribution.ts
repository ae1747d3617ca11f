import { alphanumericKey } from '../../alphanumeric-key.ts';
import { mostLinked } from '../most-linked.ts';
import { openCredit } from '../open-credit.ts';
import { plainSource } from '../plain-source.ts';
import { sourceLines } from '../source-lines.ts';
import { type Evidence, isCredited, linkEvidence, type SignalContext, type SignalRule } from '../types.ts';

/**
 * "This article was originally published on …", with a link to another site, where that is no open credit; or a source
 * is named, and most links of the text lead there.
 */
export default {
  id: 'attribution',
  find(context, named) {
    const found = sourceLines(context).find(({ kind }) => kind === 'sentence');
    if (found && !openCredit(context) && !isCredited(named, found.link))
      return linkEvidence(found.quote, found.link, found.publisher);
    return sourceOfLinks(context);
  },
} satisfies SignalRule;

/** A shorter name may be a part of others. */
const MIN_NAME_CHARS = 5;

/** "Source: NAME", where most links of the text lead to a site of that name. Fixture: repost/source-of-links */
function sourceOfLinks(context: SignalContext): Evidence | null {
  const source = plainSource(context);
  const most = source && mostLinked(context);
  if (!most) return null;
  const [brand = ''] = most.site.split('.');
  const name = alphanumericKey(source.publisher);
  const [shorter, longer] =
    name.length < brand.length ? [name, alphanumericKey(brand)] : [alphanumericKey(brand), name];
  if (shorter.length < MIN_NAME_CHARS || !longer.includes(shorter)) return null;
  return { quote: source.quote, node: source.node, names: { url: source.url, publisher: source.publisher } };
}
