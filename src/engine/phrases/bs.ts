import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklama',
  source: 'Izvor|Link izvora|Originalni članak',
  reply: 'Komentariši',
  related: 'Povezano',
  share: 'Podijeli',
} satisfies Pack;
