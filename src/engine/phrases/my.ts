import type { Pack } from './types.ts';

export default {
  advertisement: 'ကြော်ငြာ',
  source: 'သတင်းရင်းမြစ်',
  reply: 'ြပန်စာထားခဲ့ပါ။',
  related: 'ဆက်စပ်သတင်းများ',
  share: 'မျှဝေပါ',
} satisfies Pack;
