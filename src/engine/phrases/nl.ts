import type { Pack } from './types.ts';

export default {
  advertisement: 'Advertentie|Advertenties|% verder onder de advertentie|% verder na de advertentie',
  source: 'Bron|Bronlink|Link naar bron|Lees het volledige artikel|Origineel artikel|Lees meer op %',
  attribution:
    'Dit artikel verscheen eerder op %|Dit artikel verscheen oorspronkelijk %|Dit artikel is oorspronkelijk %|Dit artikel verscheen eerder in %|Dit artikel verscheen eerst op %|Dit artikel is eerder verschenen %',
  feedFooter: 'Het bericht % verscheen eerst op %',
  continue: 'Lees meer|Lees verder',
  reply: 'Geef een reactie|Laat een reactie achter bij %',
  related:
    'Gerelateerd|Gerelateerde artikelen|Gerelateerde berichten|Lees ook|Misschien vind je dit ook leuk|Meest gelezen',
  share: 'Delen|Dit delen|Deel dit|Deel dit artikel|Artikel delen|Deel via %',
  newsletter:
    'Schrijf je in voor onze nieuwsbrief|Download onze app|Nieuwsbrief|Volg ons|Meld je aan voor de nieuwsbrief',
  scraped: 'Vind ik leuk%laden%|Leestijd: # min|Leestijd: # minuten|Link kopiëren|Artikel beluisteren|Terug naar boven',
} satisfies Pack;
