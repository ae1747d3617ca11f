import type { Pack } from './types.ts';

export default {
  advertisement:
    "Pubblicità|Annuncio|% continua dopo la pubblicità|Continua dopo la pubblicità|L'articolo prosegue dopo la pubblicità|Sponsorizzato",
  paidFor: 'Sponsorizzato',
  source:
    "Fonte|Link alla fonte|Vai alla fonte|Vedi fonte|Fonte originale|Articolo originale|Leggi l'articolo completo|Leggi l'articolo originale|Leggi tutto l'articolo|Continua a leggere su %|Link originale|Notizia originale|Leggi l'originale|Leggi la notizia completa|Leggi l'articolo su %|Fonte dell'articolo",
  attribution:
    '% pubblicato originariamente su %|% originariamente pubblicato su %|% è apparso originariamente su %|Pubblicato originariamente su %|Originariamente pubblicato su %|Tratto da %|Via %|% è uscito originariamente su %',
  feedFooter: "L'articolo % proviene da %|L'articolo % sembra essere il primo su %",
  continue: 'Leggi tutto|Continua a leggere|Continua a leggere %|Leggi di più',
  reply: 'Lascia un commento|Lascia una risposta|Scrivi un commento|Aggiungi un commento',
  comments: 'Commenti|# commenti|# commento',
  related:
    'Correlati|Articoli correlati|Notizie correlate|Leggi anche|Vedi anche|Potrebbe interessarti|Potrebbe interessarti anche|Ti potrebbe interessare|Articoli simili|Altri articoli|Altre notizie|I più letti',
  share: 'Condividi|Condividi su %|Condividi questo articolo|Fai clic % per condividere%|Mi piace%',
  newsletter:
    "Iscriviti alla nostra|Iscriviti alla newsletter|Ricevi la nostra newsletter|Seguici su|Unisciti al nostro canale|Scarica la nostra app|Seguici|Scarica l'app|Resta aggiornato|Unisciti al canale",
  scraped:
    'Torna su|Vai al contenuto|Fonte immagine, %|Mi piace%Caricamento%|Ascolta l’articolo|Tempo di lettura: # min|Tempo di lettura: # minuti|Salva articolo|Stampa|Copia link|Leggi più tardi',
  otherForm:
    "Accedi|Accesso|Password|Crea un account|Crea account|Il mio account|Paga|Pagamento|Carta di credito|Acquista|Ordina|Ordine|Carrello|Dona|Dona ora|Donazione|Petizione|Firma|Firma la|Disiscriv%|Cancella l'iscrizione|Annulla iscrizione|Annulla l'iscrizione|Contatt%|Il tuo messaggio|Messaggio|La tua domanda|Fai una domanda|Obiezione|Opposizione|Osservazioni|Osservazione|Reclamo|Ricorso|Candidatura|Domanda|Prenota%|Appuntamento|Vota|Recesso|Disdetta|Non ricevere più|Non voglio più|Cancellami",
  barrier:
    'per continuare a leggere|per leggere|riservato agli abbonati|per gli abbonati|Sei già abbonato|articoli gratuiti',
} satisfies Pack;
