import type { Pack } from './types.ts';

export default {
  advertisement:
    'Reklam|Reklamlar|% reklamdan sonra devam ediyor|Reklamdan sonra devam ediyor|Haberin devamı reklamdan sonra|Sponsorlu',
  paidFor: 'Sponsorlu',
  source:
    'Kaynak|Kaynak bağlantısı|Kaynak linki|Kaynağa git|Kaynağı görüntüle|Haber kaynağı|Orijinal haber|Makalenin tamamını oku%|Haberin tamamını oku%|Yazının tamamını oku%|Orijinal makale|Orijinal kaynak|Orijinali oku|Haberin kaynağı|Orijinal haberi oku|Orijinal makaleyi oku',
  attribution: '% ilk olarak % yayımlan%|% ilk olarak % yayınlan%|İlk olarak % yayımlan%|Alıntı: %|% aracılığıyla',
  feedFooter: '% yazısı ilk önce % üzerinde ortaya çıktı|% yazısı ilk önce % sitesinde yayınlandı',
  continue: 'Devamını oku|Devamı|Okumaya devam et',
  reply: 'Bir yanıt yazın|Bir cevap yazın|Bir yorum yapın|Yorum yapın',
  comments: 'Yorumlar|# yorum|# Yorumlar',
  related:
    'İlgili|İlgili yazılar|İlgili haberler|Benzer yazılar|Benzer haberler|Bunlar da ilginizi çekebilir|İlginizi çekebilir|Bunları da beğenebilirsiniz|Ayrıca okuyun|Ayrıca bakınız|Sizin için önerilenler|Çok okunanlar|Diğer haberler|Yazarın diğer yazıları',
  share:
    "Bunu paylaş|Paylaş|Bu haberi paylaş|% üzerinde paylaş|% üzerinde paylaşmak için tıklayın%|%'ta paylaşmak için tıklayın%|%'da paylaşmak için tıklayın%|Bunu beğen%",
  newsletter:
    'Bültenimize|Bültene abone ol|E-bültenimize|Bizi takip edin|Telegram kanalımıza|Uygulamamızı indirin|Bizi takip et|Whatsapp kanalımıza katılın',
  scraped:
    'Başa dön|Yukarı çık|İçeriğe geç|Kaynak, %|Fotoğraf altı yazısı, %|Bunu beğen%Yükleniyor%|Beğen Yükleniyor%|Haberi dinle|Okuma süresi: # dk|Okuma süresi: # dakika|Haberi kaydet|Yazdır|Fotoğraf # / #|Yükleniyor|Bağlantıyı kopyala|Haberi yazdır',
  otherForm:
    'Giriş yap%|Oturum aç%|Şifre%|Parola%|Hesap oluştur%|Hesabım|Ödeme%|Öde|Satın al%|Sipariş%|Sepet%|Bağış%|Dilekçe%|Kampanyayı imzala|İmzala%|İmza%|Abonelikten çık%|Abonelikten ayrıl%|Abonelik iptal%|Aboneliği iptal%|Listeden çık%|İletişim%|Bize ulaşın|Mesajınız|Sorunuz|Soru sor%|İtiraz%|Şikayet%|Başvuru%|Görüş bildir%|Randevu%|Rezervasyon%|Oy ver%|İstemiyorum|Ayrıl',
  barrier:
    'okumaya devam etmek için|devamını okumak için|okumak için|abonelere özel|yalnızca aboneler|Zaten abone misiniz|ücretsiz makale',
} satisfies Pack;
