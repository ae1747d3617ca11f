import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklama',
  source: 'Izvor',
  reply: 'Komentariši',
  related: 'Povezano',
  share: 'Podijeli',
} satisfies Pack;
