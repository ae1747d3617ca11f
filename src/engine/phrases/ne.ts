import type { Pack } from './types.ts';

export default {
  advertisement: 'विज्ञापन',
  source: 'स्रोत|स्रोत लिंक',
  related: 'सम्बन्धित',
  share: 'सेयर गर्नुहोस्',
} satisfies Pack;
