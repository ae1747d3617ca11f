import type { Pack } from './types.ts';

export default {
  advertisement: 'বিজ্ঞাপন|বিজ্ঞাপনের পর পড়ুন',
  source: 'সূত্র|উৎস|উৎস লিংক|সূত্র লিংক|মূল নিবন্ধ',
  reply: 'মন্তব্য দিন|মন্তব্য করুন',
  related: 'সম্পর্কিত|সম্পর্কিত খবর|সম্পর্কিত সংবাদ',
  share: 'শেয়ার করুন',
  newsletter: 'সাবস্ক্রাইব করুন',
} satisfies Pack;
