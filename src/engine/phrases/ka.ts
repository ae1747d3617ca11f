import type { Pack } from './types.ts';

export default {
  advertisement: 'რეკლამა',
  source: 'წყარო|წყაროს ბმული|ორიგინალი სტატია',
  reply: 'კომენტარის დატოვება',
  related: 'მსგავსი',
  share: 'გაზიარება',
} satisfies Pack;
