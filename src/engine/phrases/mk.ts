import type { Pack } from './types.ts';

export default {
  advertisement: 'Реклама',
  source: 'Извор|Линк до изворот|Оригинална статија',
  reply: 'Напишете коментар',
  related: 'Поврзано',
  share: 'Сподели',
} satisfies Pack;
