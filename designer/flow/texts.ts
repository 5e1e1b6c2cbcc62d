/** Words around a diagram. */
export const flowTexts = {
  "zh-CN": {
    zoomIn: "放大",
    zoomOut: "缩小",
    fit: "适应窗口",
    failed: "这个文件画不出流程图：{{reason}}",
    noDiagram: "文件里没有图形部分（BPMNDI），只能运行，不能看图。",
    tokens: "此处有 {{count}} 个在办步骤",
    legend: "图例",
    done: "已经过",
    here: "正在这里",
    late: "有错误",
    hint: "点一下图后可用滚轮移动，按住 Ctrl 滚动可缩放",
  },
  en: {
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Fit to window",
    failed: "This file cannot be drawn: {{reason}}",
    noDiagram: "The file has no drawing (BPMNDI): it can run but not be shown.",
    tokens: "{{count}} open step(s) here",
    legend: "Legend",
    done: "Passed",
    here: "Now here",
    late: "Has errors",
    hint: "Click the diagram to move it with the wheel; Ctrl + wheel zooms",
  },
};
