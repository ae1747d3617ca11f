import type { Pack } from './types.ts';

export default {
  advertisement: 'რეკლამა',
  source: 'წყარო',
  reply: 'კომენტარის დატოვება',
  related: 'მსგავსი',
  share: 'გაზიარება',
} satisfies Pack;
