import type { Pack } from './types.ts';

export default {
  advertisement: 'Жарнама',
  source: 'Дереккөз|Дереккөз сілтемесі|Түпнұсқа',
  related: 'Ұқсас жаңалықтар',
  share: 'Бөлісу',
} satisfies Pack;
