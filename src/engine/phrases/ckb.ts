import type { Pack } from './types.ts';

export default {
  advertisement: 'ڕیکلام',
  source: 'سەرچاوە',
  reply: 'وەڵامێک بنووسە',
  related: 'پەیوەندیدار',
  share: 'هاوبەشی بکە',
} satisfies Pack;
