import type { Pack } from './types.ts';

export default {
  advertisement: 'اشتہار|اشتہارات',
  source: 'ماخذ|ماخذ لنک|ذریعہ|اصل مضمون|سورس لنک|مکمل خبر پڑھیں',
  attribution: 'بشکریہ %',
  reply: 'جواب دیں|تبصرہ کریں',
  related: 'متعلقہ|متعلقہ خبریں|متعلقہ مضامین|مزید پڑھیں|آپ یہ بھی پسند کر سکتے ہیں',
  share: 'شیئر کریں',
  newsletter: 'ہمارے نیوز لیٹر کو سبسکرائب کریں|نیوز لیٹر',
} satisfies Pack;
