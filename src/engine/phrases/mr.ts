import type { Pack } from './types.ts';

export default {
  advertisement: 'जाहिरात',
  source: 'स्रोत|स्रोत लिंक|मूळ लेख',
  related: 'संबंधित',
  share: 'शेअर करा',
} satisfies Pack;
