import type { Pack } from './types.ts';

export default {
  advertisement:
    'Iklan|% berlanjut setelah iklan|Lanjutkan membaca setelah iklan|% untuk melanjutkan membaca|Scroll ke bawah untuk lanjut membaca|Disponsori|Gulir untuk lanjut membaca',
  paidFor: 'Disponsori',
  source:
    'Sumber|Tautan sumber|Link sumber|Lihat sumber|Sumber asli|Sumber berita|Baca artikel lengkap|Baca artikel selengkapnya|Baca artikel asli%|Artikel asli|Baca selengkapnya di %|Sumber artikel|Artikel sumber|Berita asli|Baca berita asli%|Link berita',
  attribution:
    '% pertama kali diterbitkan di %|% pertama kali tayang di %|% awalnya diterbitkan di %|% telah tayang di %|Dilansir dari %|Dikutip dari %|Via %|Melalui %',
  feedFooter: 'Artikel % pertama kali tampil pada %|Postingan % pertama kali tampil pada %',
  continue: 'Baca selengkapnya|Selengkapnya|Lanjutkan membaca',
  reply: 'Tinggalkan Balasan|Tulis Komentar|Beri komentar|Tinggalkan komentar',
  comments: 'Komentar|# komentar|Komentar (#)',
  related:
    'Terkait|Artikel terkait|Berita terkait|Pos terkait|Baca juga|Baca pula|Lihat juga|Simak juga|Anda mungkin juga suka|Anda mungkin menyukai|Rekomendasi|Terpopuler|Berita lainnya',
  share:
    'Bagikan ini|Bagikan|Bagikan artikel ini|Bagikan di %|Klik untuk berbagi%|Klik untuk membagikan%|Menyukai ini%',
  newsletter:
    'Berlangganan buletin|Berlangganan newsletter|Ikuti kami di|Gabung ke channel|Bergabunglah dengan kami|Unduh aplikasi kami|Gabung saluran',
  scraped:
    'Kembali ke atas|Lewati ke konten|Sumber gambar, %|Keterangan gambar, %|Menyukai ini%Memuat%|Suka Memuat%|Dengarkan artikel|Waktu baca: # menit|Simpan artikel|Foto # dari #|© % Hak cipta dilindungi|Salin tautan|Salin link|Cetak|Dilihat # kali',
  otherForm:
    'Masuk|Log in|Kata sandi|Sandi|Buat akun|Akun saya|Bayar|Pembayaran|Beli|Pesan sekarang|Pesanan|Keranjang|Donasi|Sumbang%|Petisi|Tanda tangan%|Tandatangani|Berhenti berlangganan|Batal berlangganan|Hubungi kami|Kontak|Pesan Anda|Pertanyaan Anda|Ajukan pertanyaan|Keberatan|Keluhan|Pengaduan|Permohonan|Konsultasi|Reservasi|Daftar akun|Pemungutan suara|Berhenti|Keluar dari',
  barrier:
    'untuk melanjutkan membaca|untuk terus membaca|untuk membaca|khusus pelanggan|Sudah berlangganan|artikel gratis',
} satisfies Pack;
