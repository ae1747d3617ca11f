import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklamo',
  source: 'Fonto',
  reply: 'Respondi',
  related: 'Rilataj artikoloj',
  share: 'Kunhavigi',
} satisfies Pack;
