import type { Pack } from './types.ts';

export default {
  advertisement: 'Iklan',
  source: 'Sumber',
  reply: 'Kantunkeun Balesan',
  related: 'Patali',
  share: 'Bagikeun',
} satisfies Pack;
