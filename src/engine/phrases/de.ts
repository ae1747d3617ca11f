import type { Pack } from './types.ts';

export default {
  advertisement:
    'Anzeige|Anzeigen|Werbung|Artikel wird nach der Anzeige fortgesetzt|Der Artikel geht nach der Anzeige weiter|Weiterlesen nach der Anzeige|Nach der Anzeige weiterlesen|Gesponsert|Nach der Anzeige geht es weiter',
  paidFor: 'Gesponsert',
  source:
    'Quelle|Quellenlink|Quelllink|Link zur Quelle|Zur Quelle|Quelle anzeigen|Originalartikel|Zum Originalartikel|% ganzen Artikel lesen|Ganzen Artikel lesen|% vollständigen Artikel lesen|Weiterlesen auf %|Mehr auf %|Originalbeitrag|Zum Original|Original lesen|Originalquelle|Zum Originalbeitrag|Artikelquelle',
  attribution:
    '% erschien zuerst auf %|% erschien zuerst bei %|% erschien ursprünglich %|% wurde ursprünglich auf % veröffentlicht|% wurde zuerst auf % veröffentlicht|Ursprünglich veröffentlicht %|Zuerst erschienen %|Via %|Zuerst veröffentlicht %|Dieser Artikel wurde zuerst %|% ist zuerst bei % erschienen|% ist zuerst auf % erschienen|% ist zuerst in % erschienen|% erschien zuerst in %|% wurde zuerst bei % veröffentlicht|% wurde zuerst in % veröffentlicht|% wurde ursprünglich bei % veröffentlicht',
  feedFooter: 'Der Beitrag % erschien zuerst auf %|Der Artikel % erschien zuerst auf %',
  continue: 'Weiterlesen|% weiterlesen|Mehr lesen',
  reply: 'Schreibe einen Kommentar|Schreiben Sie einen Kommentar|Kommentar schreiben|Kommentar verfassen',
  comments: 'Kommentare|# Kommentare|# Kommentar',
  related:
    'Ähnliche Beiträge|Ähnliche Artikel|Verwandte Artikel|Ähnliches|Das könnte Sie auch interessieren|Das könnte dich auch interessieren|Auch interessant|Mehr zum Thema|Lesen Sie auch|Lies auch|Siehe auch|Weitere Artikel|Meistgelesen|Mehr lesen|Mehr vom Autor|Das könnte Ihnen auch gefallen',
  share:
    'Teilen mit|Teilen|Artikel teilen|Beitrag teilen|Auf % teilen|Klick, um % zu teilen%|Klicken, um % zu teilen%|Gefällt mir%|Diesen Artikel teilen|Diesen Beitrag teilen|Jetzt teilen',
  newsletter:
    'Newsletter|Unser Newsletter|Abonnieren Sie unseren|Abonniere unseren|Melden Sie sich für unseren|Folgen Sie uns|Folge uns|Laden Sie unsere App|Newsletter abonnieren|Jetzt Newsletter|Folgen Sie unserem Whatsapp-Kanal|Folge unserem Whatsapp-Kanal',
  scraped:
    'Nach oben|Zum Inhalt springen|Bildquelle, %|Bildunterschrift, %|Gefällt mir%Wird geladen%|Artikel anhören|Lesezeit: # Min|Lesezeit: # Minuten|Artikel merken|Drucken|Bild # von #|Wird geladen|Zur Startseite|Artikel drucken|Seite drucken|Link kopieren|Vorlesen|Artikel vorlesen|Merken',
  otherForm:
    'Anmelden bei|Einloggen|Login|Passwort|Kennwort|Benutzerkonto|Kundenkonto|Konto|Kasse|Bezahl%|Zahlung%|Kreditkarte|Warenkorb|Bestell%|Kaufen|Spende%|Petition|Unterschr%|Unterzeichn%|Abmelde%|Abmeldung|Abbestell%|Austragen|Kontakt%|Nachricht an|Ihre Nachricht|Deine Nachricht|Ihre Frage|Deine Frage|Frage stellen|Einwand|Einwendung%|Einspruch|Widerspruch|Widerruf%|Beschwerde|Stellungnahme|Antrag|Bewerb%|Termin|Buchung|Buchen|Abstimm%|Kündig%|Rückmeldung|Fehler melden|Zur Kasse|Registrieren|Nicht mehr erhalten|Nicht mehr bekommen|Vom Verteiler',
  barrier:
    'um weiterzulesen|zum Weiterlesen|Weiterlesen mit|weiterlesen können|für Abonnenten|nur für Abonnenten|Bereits Abonnent|Schon Abonnent|Artikel freischalten|freie Artikel|kostenlose Artikel|für Mitglieder',
} satisfies Pack;
