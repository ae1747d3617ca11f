import { addressElsewhere } from '../stated-address.ts';
import type { SignalRule } from '../types.ts';

/** `<link rel=canonical>` names an article of another site. */
export default {
  id: 'canonical-elsewhere',
  find: (context) => addressElsewhere(context, context.metadata.canonical),
} satisfies SignalRule;
