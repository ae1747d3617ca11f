import type { Pack } from './types.ts';

export default {
  advertisement: 'ការផ្សាយពាណិជ្ជកម្ម',
  source: 'ប្រភព',
  related: 'អត្ថបទពាក់ព័ន្ធ',
  share: 'ចែករំលែក',
} satisfies Pack;
