/** The editor: the only user of bpmn-js's Modeler and of the properties panel. Loaded late, with the page that needs it. */
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  ZeebePropertiesProviderModule,
} from "bpmn-js-properties-panel";
import Modeler from "bpmn-js/lib/Modeler";
import zeebeBehaviors from "camunda-bpmn-js-behaviors/lib/camunda-cloud/index.js";
import zeebeModdle from "zeebe-bpmn-moddle/resources/zeebe.json" with { type: "json" };
import { glModdle } from "../../../engine/parse/gl-moddle.ts";
import "bpmn-js/dist/assets/bpmn-js.css";
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-font/css/bpmn.css";
import "@bpmn-io/properties-panel/dist/assets/properties-panel.css";
import "../flow.css";
import { glPanelModule } from "../panel/gl-panel.ts";
import { translateModule } from "../translate.ts";
import type { FlowContent } from "./flow-content.ts";

export function openModeler(container: HTMLElement, panel: HTMLElement, content: FlowContent): Modeler {
  return new Modeler({
    container,
    propertiesPanel: { parent: panel },
    moddleExtensions: { zeebe: zeebeModdle, gl: glModdle },
    additionalModules: [
      translateModule,
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      ZeebePropertiesProviderModule,
      zeebeBehaviors,
      glPanelModule(content),
    ],
  });
}
