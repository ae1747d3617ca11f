import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklama',
  source: 'Šaltinis|Šaltinio nuoroda|Originalus straipsnis',
  related: 'Susiję straipsniai',
  share: 'Dalintis',
} satisfies Pack;
