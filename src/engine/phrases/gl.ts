import type { Pack } from './types.ts';

export default {
  advertisement: 'Publicidade',
  source: 'Fonte|Ligazón á fonte|Artigo orixinal',
  reply: 'Deixa unha resposta',
  related: 'Relacionado',
  share: 'Compartir',
} satisfies Pack;
