import type { Pack } from './types.ts';

export default {
  advertisement:
    'Reklama|Ogłoszenie|Dalsza część % pod reklamą|Ciąg dalszy % pod reklamą|Koniec reklamy|Czytaj dalej pod reklamą|Sponsorowane',
  paidFor: 'Sponsorowane',
  source:
    'Źródło|Link do źródła|Zobacz źródło|Oryginalny artykuł|Artykuł źródłowy|Przeczytaj cały artykuł|Czytaj cały artykuł|Przeczytaj oryginalny artykuł|Czytaj dalej na %|Czytaj więcej na %|Oryginał|Źródło artykułu|Czytaj oryginał|Zobacz oryginał|Oryginalne źródło|Źródło informacji',
  attribution:
    '% został pierwotnie opublikowany %|% pierwotnie ukazał się %|Pierwotnie opublikowano %|Artykuł pierwotnie opublikowany %|Za: %|Via %|% ukazał się pierwotnie %',
  feedFooter: 'Artykuł % pochodzi z serwisu %|Wpis % pojawił się poraz pierwszy w %',
  continue: 'Czytaj dalej|Czytaj dalej %|Czytaj więcej',
  reply: 'Dodaj komentarz|Zostaw komentarz|Zostaw odpowiedź|Skomentuj',
  comments: 'Komentarze|# komentarze|# komentarzy',
  related:
    'Powiązane|Powiązane artykuły|Powiązane wpisy|Podobne wpisy|Podobne artykuły|Zobacz także|Zobacz też|Zobacz również|Czytaj także|Czytaj też|Czytaj również|Przeczytaj także|Może Cię zainteresować|Polecane|Może Ci się spodobać',
  share:
    'Udostępnij|Udostępnij to|Udostępnij na %|Podziel się|Kliknij, aby udostępnić%|Kliknij, by udostępnić%|Lubię to%',
  newsletter:
    'Zapisz się do newslettera|Zapisz się na newsletter|Subskrybuj nasz|Polub nas na|Pobierz naszą aplikację|Śledź nas|Zapisz się na|Obserwuj nas|Dołącz do kanału',
  scraped:
    'Powrót do góry|Przejdź do treści|Źródło zdjęcia, %|Lubię to%Wczytywanie%|Lubię Wczytywanie%|Posłuchaj artykułu|Czas czytania: # min|Drukuj|Kopiuj link|Zapisz artykuł',
  otherForm:
    'Zaloguj%|Logowanie|Hasło|Utwórz konto|Załóż konto|Moje konto|Zapłać|Płatność|Zamów%|Kup|Koszyk%|Wpłać|Darowizn%|Petycj%|Podpisz%|Podpis|Wypisz%|Rezygnuj%|Anuluj subskrypcję|Kontakt%|Twoja wiadomość|Wiadomość|Twoje pytanie|Zadaj pytanie|Sprzeciw%|Skarg%|Odwołani%|Wniosek|Uwagi do|Konsultacj%|Rezerwacj%|Zarezerwuj|Umów%|Głosuj|Zagłosuj|Reklamacj%|Zgłoś|Zrezygnuj|Usuń mnie|Nie chcę',
  barrier:
    'aby czytać dalej|aby przeczytać|czytaj dalej po|tylko dla subskrybentów|dla subskrybentów|dla prenumeratorów|Masz już subskrypcję|darmowych artykułów',
} satisfies Pack;
