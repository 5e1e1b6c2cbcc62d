/**
 * Names of BPMN elements in Chinese, as the engine's findings call them (`engine/parse/type-names.ts`), put together from
 * their parts: bpmn-js asks for each kind in each place in two ways of writing.
 */
const triggers: Readonly<Record<string, string>> = {
  "": "",
  message: "消息",
  timer: "定时",
  conditional: "条件",
  link: "链接",
  signal: "信号",
  error: "错误",
  escalation: "升级",
  compensation: "补偿",
  cancel: "取消",
  terminate: "终止",
  multiple: "多重",
  "parallel multiple": "并行多重",
};

const places: Readonly<Record<string, string>> = {
  "start event": "开始事件",
  "intermediate catch event": "中间捕获事件",
  "intermediate throw event": "中间抛出事件",
  "boundary event": "边界事件",
  "end event": "结束事件",
};

const nodes: Readonly<Record<string, string>> = {
  task: "任务",
  "user task": "用户任务",
  "service task": "服务任务",
  "send task": "发送任务",
  "receive task": "接收任务",
  "manual task": "手工任务",
  "script task": "脚本任务",
  "business rule task": "规则任务",
  "call activity": "调用活动",
  "sub process": "子流程",
  "sub-process": "子流程",
  "sub-process (collapsed)": "子流程（折叠）",
  "sub-process (expanded)": "子流程（展开）",
  "expanded sub process": "子流程",
  "collapsed sub process": "子流程（折叠）",
  "expanded ad hoc sub process": "自由子流程",
  "collapsed ad hoc sub process": "自由子流程（折叠）",
  "expanded transaction": "事务子流程",
  "collapsed transaction": "事务子流程（折叠）",
  "expanded event sub process": "事件子流程",
  "collapsed event sub process": "事件子流程（折叠）",
  "expanded participant": "池",
  "collapsed participant": "池（折叠）",
  "event sub process": "事件子流程",
  "event sub-process": "事件子流程",
  "ad hoc sub process": "自由子流程",
  "ad-hoc sub-process": "自由子流程",
  "ad-hoc sub-process (collapsed)": "自由子流程（折叠）",
  "ad-hoc sub-process (expanded)": "自由子流程（展开）",
  transaction: "事务子流程",
  "exclusive gateway": "排他网关",
  "parallel gateway": "并行网关",
  "inclusive gateway": "包容网关",
  "complex gateway": "复杂网关",
  "event based gateway": "事件网关",
  "event-based gateway": "事件网关",
  "event based instantiating gateway": "启动流程的事件网关",
  "parallel event based instantiating gateway": "启动流程的并行事件网关",
  "sequence flow": "顺序流",
  "conditional flow": "条件流",
  "default flow": "缺省流",
  "message flow": "消息流",
  association: "关联",
  process: "流程",
  collaboration: "协作",
  participant: "池",
  "expanded pool/participant": "展开的池",
  "empty pool/participant": "空池",
  lane: "道",
  "text annotation": "文本注释",
  group: "分组",
  "data object": "数据对象",
  "data object reference": "数据对象",
  "data store": "数据存储",
  "data store reference": "数据存储",
  label: "标签",
};

function compose(): ReadonlyMap<string, string> {
  const words = new Map(Object.entries(nodes));
  for (const [trigger, before] of Object.entries(triggers)) {
    for (const [place, name] of Object.entries(places)) {
      const key = trigger === "" ? place : `${trigger} ${place}`;
      words.set(key, `${before}${name}`);
      for (const tail of ["(non-interrupting)", "(non interrupting)"])
        words.set(`${key} ${tail}`, `${before}${name}（不中断）`);
    }
  }
  return words;
}

const composed = compose();

/** The Chinese for a kind of element, however it is written; undefined for anything else. */
export function typeInChinese(name: string): string | undefined {
  return composed.get(name.toLowerCase());
}
