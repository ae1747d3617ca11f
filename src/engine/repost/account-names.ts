/**
 * Names of accounts, not of people, in the languages that sites are set up in, separated by `|`. They are only compared:
 * see printed.ts.
 */
export const ACCOUNTS = `admin|administrator|administrador|administrateur|administratör|amministratore|adm|root|user|superadmin|wpadmin|wp-admin|webmaster|siteadmin|site admin|rss feed|rss|feed|bot|autoblog|autopost|poster|robot|news bot|newsbot|admin1|admin2|editor1|админ|администратор|адміністратор|адмін|администрация|διαχειριστής|管理员|管理員|管理者|管理人|관리자|운영자|ادمين|أدمن|مدير|المدير|مدير الموقع|ادمین|مدیر|مدیر سایت|ایڈمن|מנהל|מנהל האתר|एडमिन|अ‍ॅडमिन|অ্যাডমিন|நிர்வாகி|ผู้ดูแล|ผู้ดูแลระบบ|แอดมิน|quản trị viên|yönetici|pengelola`;
