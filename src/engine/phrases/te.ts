import type { Pack } from './types.ts';

export default {
  advertisement: 'ప్రకటన',
  source: 'మూలం',
  related: 'సంబంధిత',
  share: 'షేర్ చేయండి',
} satisfies Pack;
