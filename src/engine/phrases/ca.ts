import type { Pack } from './types.ts';

export default {
  advertisement: 'Publicitat|Anunci',
  source: 'Font|Enllaç a la font|Article original',
  attribution: 'Aquest article es va publicar originalment a %',
  continue: 'Llegeix més',
  reply: 'Deixa un comentari|Feu un comentari',
  related: 'Relacionat|Articles relacionats|Entrades relacionades',
  share: 'Comparteix',
  newsletter: 'Subscriu-te|Segueix-nos',
} satisfies Pack;
