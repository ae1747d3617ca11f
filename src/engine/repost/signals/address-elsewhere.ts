import { addressElsewhere } from '../stated-address.ts';
import type { SignalRule } from '../types.ts';

/** `og:url` names an article of another site. */
export default {
  id: 'address-elsewhere',
  find: (context) => addressElsewhere(context, context.metadata.openGraphUrl),
} satisfies SignalRule;
