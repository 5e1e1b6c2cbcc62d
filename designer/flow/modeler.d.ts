/** Shapes of the bpmn-io packages that make the editor; none of them ships types (libraries.md, trap 16). */
declare module "bpmn-js/lib/Modeler" {
  import type NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
  import type { DiagramElement, ModdleElement, Services } from "bpmn-js/lib/NavigatedViewer";
  export interface CommandStack {
    undo(): void;
    redo(): void;
    canUndo(): boolean;
    canRedo(): boolean;
    /** Index of the last command done; -1 when there is none. */
    readonly _stackIdx: number;
  }
  export interface Modeling {
    updateProperties(element: DiagramElement, properties: Readonly<Record<string, unknown>>): void;
    updateModdleProperties(
      element: DiagramElement,
      moddleElement: ModdleElement,
      properties: Readonly<Record<string, unknown>>,
    ): void;
  }
  export interface BpmnFactory {
    create(type: string, properties: Readonly<Record<string, unknown>>): ModdleElement;
  }
  export interface Selection {
    select(element: DiagramElement | readonly DiagramElement[]): void;
    get(): readonly DiagramElement[];
  }
  export interface Injector {
    get<K extends keyof ModelerServices>(service: K): ModelerServices[K];
  }
  export interface ModelerServices extends Services {
    readonly commandStack: CommandStack;
    readonly modeling: Modeling;
    readonly bpmnFactory: BpmnFactory;
    readonly selection: Selection;
    readonly injector: Injector;
    readonly translate: (template: string, values?: Readonly<Record<string, string>>) => string;
    readonly debounceInput: unknown;
  }
  export default class Modeler extends NavigatedViewer {
    constructor(options: {
      readonly container: HTMLElement;
      readonly propertiesPanel: { readonly parent: HTMLElement; readonly feelPopupContainer?: HTMLElement };
      readonly additionalModules: readonly object[];
      readonly moddleExtensions: Readonly<Record<string, object>>;
    });
    get<K extends keyof ModelerServices>(service: K): ModelerServices[K];
  }
}

declare module "bpmn-js-properties-panel" {
  export const BpmnPropertiesPanelModule: object;
  export const BpmnPropertiesProviderModule: object;
  export const ZeebePropertiesProviderModule: object;
  export interface PropertiesPanel {
    registerProvider(priority: number, provider: object): void;
  }
}

declare module "camunda-bpmn-js-behaviors/lib/camunda-cloud/index.js" {
  const behaviors: object;
  export default behaviors;
}

declare module "@bpmn-io/properties-panel/preact" {
  export interface PanelNode {
    readonly type: unknown;
  }
  export function h(component: unknown, properties: object, ...children: readonly unknown[]): PanelNode;
}

declare module "@bpmn-io/properties-panel" {
  export const SelectEntry: unknown;
  export const TextFieldEntry: unknown;
  export const FeelEntry: unknown;
  export const Group: unknown;
  export const ListGroup: unknown;
  export const isSelectEntryEdited: unknown;
  export const isTextFieldEntryEdited: unknown;
  export const isFeelEntryEdited: unknown;
}

declare module "bpmn-js-differ" {
  import type { ModdleElement } from "bpmn-js/lib/NavigatedViewer";
  export interface Changes {
    readonly _added: Readonly<Record<string, ModdleElement>>;
    readonly _removed: Readonly<Record<string, ModdleElement>>;
    readonly _changed: Readonly<Record<string, { readonly model: ModdleElement }>>;
    readonly _layoutChanged: Readonly<Record<string, ModdleElement>>;
  }
  export function diff(before: object, after: object): Changes;
}
