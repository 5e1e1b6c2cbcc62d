/** antd's language packs in their ES form, whose default export TypeScript reads wrongly under NodeNext. */
declare module "antd/es/locale/zh_CN" {
  import type { Locale } from "antd/es/locale/index.js";
  const locale: Locale;
  export default locale;
}
declare module "antd/es/locale/en_US" {
  import type { Locale } from "antd/es/locale/index.js";
  const locale: Locale;
  export default locale;
}
