import type { Pack } from './types.ts';

export default {
  advertisement: 'โฆษณา|โฆษณา อ่านต่อด้านล่าง',
  source: 'ที่มา',
  attribution: 'เผยแพร่ครั้งแรกที่ %',
  reply: 'ใส่ความเห็น|ให้ความเห็น',
  related: 'ที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|ข่าวที่เกี่ยวข้อง',
  share: 'แชร์',
  newsletter: 'สมัครรับจดหมายข่าว',
} satisfies Pack;
