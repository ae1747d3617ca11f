import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklāma',
  source: 'Avots',
  reply: 'Atbildēt',
  related: 'Saistītie raksti',
  share: 'Dalīties',
} satisfies Pack;
