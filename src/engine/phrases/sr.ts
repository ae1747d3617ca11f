import type { Pack } from './types.ts';

export default {
  advertisement: 'Реклама|Рекламе',
  source: 'Извор|Link izvora|Линк извора|Изворни чланак',
  continue: 'Прочитај више',
  reply: 'Оставите одговор|Оставите коментар',
  related: 'Повезано|Повезани чланци|Слично',
  share: 'Подели',
  newsletter: 'Пријавите се на билтен|Пратите нас',
} satisfies Pack;
