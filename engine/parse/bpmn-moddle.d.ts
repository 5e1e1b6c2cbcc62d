/** The part of bpmn-moddle that is used; its own typings name a package that it does not bring. */
declare module "bpmn-moddle" {
  export interface ModdleWarning {
    readonly message: string;
    readonly element?: object;
    readonly property?: string;
    readonly value?: unknown;
  }
  /** A reference as it stands in the document. */
  export interface ModdleReference {
    readonly element: object;
    readonly property: string;
    readonly id: string;
  }
  export class BpmnModdle {
    constructor(packages: Readonly<Record<string, object>>);
    /** Rejects with an error that has `warnings` when the text cannot be read at all. */
    fromXML(xml: string): Promise<{
      readonly rootElement: object;
      readonly warnings: readonly ModdleWarning[];
      readonly elementsById: Readonly<Record<string, object>>;
      readonly references: readonly ModdleReference[];
    }>;
  }
}
