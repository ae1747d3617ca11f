import type { Pack } from './types.ts';

export default {
  advertisement: 'දැන්වීම',
  source: 'මූලාශ්‍රය',
  reply: 'ප්‍රතිචාරයක් ලබාදෙන්න',
  related: 'අදාළ',
  share: 'බෙදාගන්න',
} satisfies Pack;
