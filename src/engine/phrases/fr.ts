import type { Pack } from './types.ts';

export default {
  advertisement:
    "Publicité|Annonce|Pub|La suite après cette publicité|La suite après la publicité|L'article continue après la publicité|Sponsorisé",
  paidFor: 'Sponsorisé',
  source:
    "Source|Lien source|Lien de la source|Lien vers la source|Voir la source|Lire l'article complet|Lire la suite sur %|Lire l'article original|Article original|Source originale|Lire l'original|Voir l'article original|Source de l'article|Lien original|Lien d'origine|Lire l'article sur %",
  attribution:
    "Cet article a été publié à l'origine %|Cet article est paru à l'origine %|Cet article a d'abord été publié %|Cet article a été initialement publié %|Initialement publié %|Publié à l'origine %|Via %|Lire l'article complet sur %|Lire l'article original sur %|% est initialement paru %|% est paru initialement %|% est d'abord paru %",
  feedFooter: "L'article % est apparu en premier sur %|Cet article % est apparu en premier sur %",
  continue: 'Lire la suite|Lire la suite de %|Continuer la lecture',
  reply: 'Laisser un commentaire|Laisser une réponse|Laissez un commentaire|Laissez une réponse',
  comments: 'Commentaires|# commentaires|# commentaire',
  related:
    "Sur le même sujet|Articles similaires|Articles liés|Similaire|À lire aussi|À lire également|Lire aussi|Lire également|Voir aussi|Vous aimerez aussi|Vous pourriez aussi aimer|Recommandé pour vous|Les plus lus|Dans la même rubrique|Plus de l'auteur|À lire sur le même sujet",
  share:
    "Partager|Partagez|Partager cet article|Partager sur %|Cliquez pour partager%|J'aime ça%|Partager l’article|Partager la page",
  newsletter:
    'Inscrivez-vous à notre|Inscrivez-vous à la newsletter|Abonnez-vous à notre|Abonnez-vous à la newsletter|Recevez notre newsletter|Suivez-nous sur|Téléchargez notre application|Suivez-nous|Rejoignez notre chaîne',
  scraped:
    "Retour en haut|Aller au contenu|Légende image, %|J'aime ça%chargement%|J'aime chargement%|Écouter l'article|Temps de lecture : # min|Temps de lecture : # minutes|Ajouter à mes favoris|Imprimer|Photo # sur #|Chargement|Lire plus tard|Copier le lien|Imprimer cet article",
  otherForm:
    "Se connecter|Connexion|Connectez-vous|Mot de passe|Créer un compte|Mon compte|Votre compte|Paiement|Payer|Carte bancaire|Commander|Commande|Acheter|Panier|Faire un don|Don|Dons|Donner|Pétition|Signer|Signez|Signature|Se désabonner|Désabonn%|Désinscri%|Contact|Contactez%|Nous contacter|Votre message|Votre question|Poser une question|Objection|S'opposer|Opposition|Réclamation|Plainte|Recours|Candidature|Consultation|Enquête publique|Observation|Observations|Réserver|Réservation|Rendez-vous|Voter|Résilier|Signaler|Ne plus recevoir|Me retirer",
  barrier:
    'pour lire la suite|pour continuer|poursuivre votre lecture|poursuivre la lecture|réservé aux abonnés|réservés aux abonnés|Déjà abonné|articles gratuits|pour les abonnés',
} satisfies Pack;
