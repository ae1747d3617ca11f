import type { Pack } from './types.ts';

export default {
  advertisement: 'Реклама',
  source: 'Извор',
  reply: 'Напишете коментар',
  related: 'Поврзано',
  share: 'Сподели',
} satisfies Pack;
