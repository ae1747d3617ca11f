import type { Pack } from './types.ts';

export default {
  advertisement: 'ಜಾಹೀರಾತು',
  source: 'ಮೂಲ',
  related: 'ಸಂಬಂಧಿತ',
  share: 'ಹಂಚಿಕೊಳ್ಳಿ',
} satisfies Pack;
