import type { Pack } from './types.ts';

export default {
  advertisement: 'Advertentie|Advertenties',
  source: 'Bron|Bronlink|Link naar bron|Lees het volledige artikel|Origineel artikel|Lees meer op %',
  attribution: 'Dit artikel verscheen eerder op %',
  feedFooter: 'Het bericht % verscheen eerst op %',
  reply: 'Geef een reactie|Laat een reactie achter bij %',
  related: 'Gerelateerd|Gerelateerde artikelen|Gerelateerde berichten',
  share: 'Delen',
  newsletter: 'Schrijf je in voor onze nieuwsbrief',
} satisfies Pack;
