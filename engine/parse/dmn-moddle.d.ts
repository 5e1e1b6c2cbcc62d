/** dmn-moddle ships no typings; this is the part of it that `dmn-source.ts` reads (DMN 1.3 metamodel). */
declare module "dmn-moddle" {
  export interface DmnElement {
    readonly $type: string;
    readonly $attrs?: Readonly<Record<string, string>>;
    readonly id?: string;
    readonly name?: string;
    readonly label?: string;
    readonly description?: string;
    readonly text?: string;
    readonly typeRef?: string;
    readonly expressionLanguage?: string;
  }

  export interface DmnInput extends DmnElement {
    readonly inputExpression?: DmnElement;
    readonly inputValues?: DmnElement;
  }

  export interface DmnOutput extends DmnElement {
    readonly outputValues?: DmnElement;
    readonly defaultOutputEntry?: DmnElement;
  }

  export interface DmnRule extends DmnElement {
    readonly inputEntry?: readonly DmnElement[];
    readonly outputEntry?: readonly DmnElement[];
    readonly annotationEntry?: readonly DmnElement[];
  }

  export interface DmnTable extends DmnElement {
    readonly hitPolicy?: string;
    readonly aggregation?: string;
    readonly input?: readonly DmnInput[];
    readonly output?: readonly DmnOutput[];
    readonly rule?: readonly DmnRule[];
  }

  export interface DmnRequirement extends DmnElement {
    readonly requiredDecision?: { readonly href?: string };
    readonly requiredKnowledge?: { readonly href?: string };
  }

  export interface DmnDrgElement extends DmnElement {
    readonly variable?: DmnElement;
    readonly decisionLogic?: DmnTable;
    readonly informationRequirement?: readonly DmnRequirement[];
    readonly knowledgeRequirement?: readonly DmnRequirement[];
  }

  export interface DmnItemDefinition extends DmnElement {
    readonly allowedValues?: DmnElement;
  }

  export interface DmnDefinitions extends DmnElement {
    readonly drgElement?: readonly DmnDrgElement[];
    readonly itemDefinition?: readonly DmnItemDefinition[];
    readonly import?: readonly DmnElement[];
  }

  export class DmnModdle {
    fromXML(
      xml: string,
      typeName: "dmn:Definitions",
    ): Promise<{ readonly rootElement: DmnDefinitions; readonly warnings: readonly { readonly message: string }[] }>;
  }
}
