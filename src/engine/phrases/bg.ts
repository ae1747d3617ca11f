import type { Pack } from './types.ts';

export default {
  advertisement: 'Реклама|Реклами',
  source: 'Източник|Връзка към източника|Оригинална статия|Прочетете цялата статия',
  attribution: 'Първоначално публикувано в %',
  reply: 'Вашият коментар|Вашият отговор на %',
  related: 'Свързани|Свързани статии|Подобни статии',
  share: 'Сподели',
  newsletter: 'Абонирайте се',
} satisfies Pack;
