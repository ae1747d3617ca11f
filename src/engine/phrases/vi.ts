import type { Pack } from './types.ts';

export default {
  advertisement: 'Quảng cáo|Bài viết tiếp tục sau quảng cáo|Đọc tiếp sau quảng cáo',
  source: 'Nguồn|Liên kết nguồn|Nguồn bài viết|Link nguồn|Xem nguồn|Nguồn tin|Bài viết gốc|Đọc bài viết đầy đủ',
  attribution: 'Bài viết này được đăng lần đầu trên %',
  feedFooter: 'Bài viết % đã xuất hiện đầu tiên vào ngày %',
  continue: 'Đọc thêm|Xem thêm|Đọc tiếp',
  reply: 'Gửi phản hồi|Để lại phản hồi|Để lại một bình luận',
  related: 'Liên quan|Bài viết liên quan|Tin liên quan|Có thể bạn quan tâm|Xem thêm',
  share: 'Chia sẻ|Chia sẻ trên % Mở trong cửa sổ mới',
  newsletter: 'Đăng ký|Theo dõi chúng tôi|Tải ứng dụng|Tham gia kênh',
  scraped: 'Thích điều này%|Thích Đang tải%',
} satisfies Pack;
