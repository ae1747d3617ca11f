import type { Pack } from './types.ts';

export default {
  advertisement: 'Жарнама',
  source: 'Дереккөз',
  related: 'Ұқсас жаңалықтар',
  share: 'Бөлісу',
} satisfies Pack;
