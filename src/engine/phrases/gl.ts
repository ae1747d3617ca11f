import type { Pack } from './types.ts';

export default {
  advertisement: 'Publicidade',
  source: 'Fonte',
  reply: 'Deixa unha resposta',
  related: 'Relacionado',
  share: 'Compartir',
} satisfies Pack;
