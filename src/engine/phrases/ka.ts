import type { Pack } from './types.ts';

export default {
  advertisement: 'რეკლამა',
  source: 'წყარო|წყაროს ბმული|ორიგინალი სტატია|სრულად წაიკითხეთ',
  reply: 'კომენტარის დატოვება',
  related: 'მსგავსი|მსგავსი სტატიები|წაიკითხეთ ასევე',
  share: 'გაზიარება',
  newsletter: 'გამოიწერეთ',
} satisfies Pack;
