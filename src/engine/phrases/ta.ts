import type { Pack } from './types.ts';

export default {
  advertisement: 'விளம்பரம்',
  source: 'மூலம்|மூல இணைப்பு|ஆதாரம்|முழு கட்டுரையை படிக்க',
  reply: 'மறுமொழியொன்றை இடுங்கள்',
  related: 'தொடர்புடையவை|இதையும் படிக்க|தொடர்புடைய செய்திகள்',
  share: 'பகிர்',
  newsletter: 'செய்திமடலில்',
} satisfies Pack;
