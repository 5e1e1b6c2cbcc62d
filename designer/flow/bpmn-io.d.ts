/** Shapes of the bpmn-io packages that ship no usable types under NodeNext (libraries.md keeps the list short). */
declare module "bpmn-js/lib/NavigatedViewer" {
  /** A node of the BPMN document behind a shape; properties by name, `undefined` where there is none. */
  export interface ModdleElement {
    readonly $type: string;
    readonly $parent?: ModdleElement;
    readonly id?: string;
    readonly name?: string;
    get(name: string): unknown;
    $instanceOf(type: string): boolean;
  }
  export interface DiagramElement {
    readonly id: string;
    readonly type: string;
    readonly x?: number;
    readonly y?: number;
    readonly width?: number;
    readonly height?: number;
    readonly collapsed?: boolean;
    readonly businessObject: ModdleElement;
    readonly waypoints?: readonly { readonly x: number; readonly y: number }[];
    readonly labelTarget?: DiagramElement;
  }
  export interface Viewbox {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly scale: number;
    readonly inner: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
    readonly outer: { readonly width: number; readonly height: number };
  }
  export interface Canvas {
    zoom(level?: "fit-viewport" | number, center?: "auto" | { x: number; y: number }): number;
    viewbox(box?: { x: number; y: number; width: number; height: number }): Viewbox;
    resized(): void;
    addMarker(elementId: string, marker: string): void;
    removeMarker(elementId: string, marker: string): void;
    scrollToElement(elementId: string, padding?: number): void;
    findRoot(elementId: string): DiagramElement | undefined;
    getRootElement(): DiagramElement;
    setRootElement(root: DiagramElement): void;
  }
  export interface ElementRegistry {
    get(id: string): DiagramElement | undefined;
    getAll(): readonly DiagramElement[];
  }
  export interface Overlays {
    add(elementId: string, type: string, overlay: object): string;
    remove(filter: { readonly type: string }): void;
  }
  export interface EventBus {
    on(event: string, listener: (event: { readonly element: DiagramElement }) => void): void;
    off(event: string, listener: (event: { readonly element: DiagramElement }) => void): void;
    fire(event: string): void;
  }
  export interface ZoomScroll {
    toggle(enabled: boolean): boolean;
  }
  export interface Services {
    readonly canvas: Canvas;
    readonly elementRegistry: ElementRegistry;
    readonly overlays: Overlays;
    readonly eventBus: EventBus;
    readonly zoomScroll: ZoomScroll;
  }
  export default class NavigatedViewer {
    constructor(options: {
      readonly container: HTMLElement;
      readonly additionalModules?: readonly object[];
      readonly zoomScroll?: { readonly enabled: boolean };
    });
    importXML(xml: string): Promise<{ readonly warnings: readonly unknown[] }>;
    saveXML(options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
    saveSVG(): Promise<{ readonly svg: string }>;
    get<K extends keyof Services>(service: K): Services[K];
    destroy(): void;
  }
}

declare module "bpmn-js-i18n/translations/zn.js" {
  const words: Readonly<Record<string, string>>;
  export default words;
}

declare module "*.css";
