import type { Pack } from './types.ts';

export default {
  advertisement: 'ئېلان',
  source: 'مەنبە',
  reply: 'جاۋاب يېزىش',
  related: 'مۇناسىۋەتلىك',
  share: 'ئورتاقلىشىش',
} satisfies Pack;
