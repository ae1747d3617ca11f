import type { Pack } from './types.ts';

export default {
  advertisement: 'ప్రకటన',
  source: 'మూలం|మూల లింక్',
  related: 'సంబంధిత',
  share: 'షేర్ చేయండి',
} satisfies Pack;
