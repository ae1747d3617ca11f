import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklāma',
  source: 'Avots|Avota saite|Oriģinālais raksts',
  reply: 'Atbildēt',
  related: 'Saistītie raksti',
  share: 'Dalīties',
} satisfies Pack;
