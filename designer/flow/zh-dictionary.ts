/**
 * Our own Chinese for bpmn-js, on top of the community's (`bpmn-js-i18n`, file `zn.js`): what it lacks, and
 * what it says otherwise than people in a street office do. A test collects what the viewer asks for in vain.
 */
export const zhDictionary: Readonly<Record<string, string>> = {
  "Open {element}": "打开{element}",
  // Sentences that the importer throws without asking for a translation; the screen asks for them itself.
  "no diagram to display": "文件里没有图形部分（BPMNDI），能运行，但画不出图",
  "no process or collaboration to display": "文件里没有流程",
  "diagram not part of <bpmn:Definitions />": "图形部分不属于这个文件",
  "no XML imported": "还没有读入文件",
  "no definitions loaded": "还没有读入文件",
};
