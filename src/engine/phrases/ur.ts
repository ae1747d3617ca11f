import type { Pack } from './types.ts';

export default {
  advertisement: 'اشتہار|اشتہارات',
  source: 'ماخذ|ماخذ لنک|ذریعہ|اصل مضمون',
  attribution: 'بشکریہ %',
  reply: 'جواب دیں|تبصرہ کریں',
  related: 'متعلقہ|متعلقہ خبریں|متعلقہ مضامین',
  share: 'شیئر کریں',
  newsletter: 'ہمارے نیوز لیٹر کو سبسکرائب کریں',
} satisfies Pack;
