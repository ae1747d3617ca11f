import type { Pack } from './types.ts';

export default {
  advertisement: 'Publicitat|Anunci',
  source: "Font|Enllaç a la font|Article original|Llegeix l'article complet",
  attribution: 'Aquest article es va publicar originalment a %',
  continue: 'Llegeix més',
  reply: 'Deixa un comentari|Feu un comentari',
  related: 'Relacionat|Articles relacionats|Entrades relacionades|Llegeix també|Relacionats|També et pot interessar',
  share: 'Comparteix',
  newsletter: 'Subscriu-te|Segueix-nos|Uneix-te al nostre canal',
} satisfies Pack;
