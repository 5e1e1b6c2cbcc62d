/** Words of the grid boards. */
import { addTexts } from "../../app/i18n.ts";

addTexts("boards", {
  "zh-CN": {
    title: "网格公示牌",
    means:
      "每个网格一张 A4 公示牌：网格名称、人员、电话、职责和居民扫码上报的二维码。选好社区后打印，张贴在楼门口和公示栏。",
    community: "全部社区",
    count: "{{count}} 张",
    print: "打印",
    none: "这里没有网格",
    noneHint: "请换一个街道或社区",
    board: "网格公示牌",
    number: "网格编号",
    worker: "网格员",
    leader: "网格长",
    phone: "电话",
    vacant: "暂缺",
    duties: "网格员职责",
    scan: "扫一扫，反映身边事",
    scanHint: "不用登录；可看办理进度，可评价",
    alt: "{{grid}}居民上报二维码",
  },
  en: {
    title: "Grid boards",
    means:
      "One A4 board for each grid: name, people, telephone, duties, and the code with which residents report. Choose a community, print, and put them up at doors and on notice boards.",
    community: "All communities",
    count: "{{count}} boards",
    print: "Print",
    none: "There are no grids here",
    noneHint: "Choose another street or community",
    board: "Grid board",
    number: "Grid number",
    worker: "Grid worker",
    leader: "Grid leader",
    phone: "Telephone",
    vacant: "Vacant",
    duties: "Duties of the grid worker",
    scan: "Scan to report",
    scanHint: "No sign-in; follow the progress and rate the result",
    alt: "QR code for residents of {{grid}}",
  },
});
