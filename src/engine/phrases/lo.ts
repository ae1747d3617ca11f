import type { Pack } from './types.ts';

export default {
  advertisement: 'ໂຄສະນາ',
  source: 'ແຫຼ່ງທີ່ມາ',
  related: 'ທີ່ກ່ຽວຂ້ອງ',
  share: 'ແບ່ງປັນ',
} satisfies Pack;
