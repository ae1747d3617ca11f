import type { Pack } from './types.ts';

export default {
  advertisement: 'പരസ്യം',
  source: 'ഉറവിടം',
  related: 'ബന്ധപ്പെട്ട വാർത്തകൾ',
  share: 'ഷെയർ ചെയ്യുക',
} satisfies Pack;
