import type { Pack } from './types.ts';

export default {
  advertisement: 'விளம்பரம்',
  source: 'மூலம்|மூல இணைப்பு|ஆதாரம்',
  reply: 'மறுமொழியொன்றை இடுங்கள்',
  related: 'தொடர்புடையவை',
  share: 'பகிர்',
} satisfies Pack;
