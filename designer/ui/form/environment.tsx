/** What widgets of a form may use: language, the services of the page around it, and the errors that are shown now. */
import { createContext, useContext } from "react";
import type {
  GridAt,
  MapLayers,
  Matter,
  OwnerAnswer,
  OwnerQuestion,
  Place,
  Position,
  Unit,
} from "../../../server/contract/types.ts";
import { wordsOf, type FormWords, type Language } from "./words.ts";

export type { Language } from "./words.ts";
export type FormData = Readonly<Record<string, unknown>>;

/** What a form needs from the world; the page hands it in, so that a form can also live in a preview or a test. */
export interface FormServices {
  /** Sends one photo; `onProgress` from 0 to 1. Rejects when the server or the network refuses. */
  readonly uploadPhoto: (id: string, photo: Blob, name: string, onProgress: (done: number) => void) => Promise<void>;
  readonly photoUrl: (id: string) => string;
  /** Rejects when the point lies in no grid. */
  readonly gridAt: (lng: number, lat: number) => Promise<GridAt>;
  readonly findPlaces: (query: string) => Promise<readonly Place[]>;
  /** Rejects when the code is not registered. */
  readonly place: (code: string) => Promise<Place>;
  readonly matters: () => Promise<readonly Matter[]>;
  readonly units: () => Promise<readonly Unit[]>;
  /** Units that were merged or closed, named as such. */
  readonly formerUnits: () => Promise<readonly Unit[]>;
  readonly owner: (question: OwnerQuestion) => Promise<OwnerAnswer>;
  readonly map: () => Promise<MapLayers>;
}

export interface FormContext {
  readonly street: string;
  readonly services: FormServices;
  /** Known before filling, such as a scanned code. */
  readonly placeCode?: string;
  readonly position?: Position;
  /** Keeps what is being filled in on this device under this name; without it nothing is kept. */
  readonly draftKey?: string;
  /** How moments are said ("今天 17:30"), on the server's clock. */
  readonly sayWhen: (at: string) => string;
  /** The present moment on the server's clock, ISO 8601, for rules of the form; the device's without it. */
  readonly now?: () => string;
}

export interface Environment {
  readonly language: Language;
  readonly words: FormWords;
  readonly context: FormContext;
  readonly idPrefix: string;
  /** A place was chosen: the form fills its position when nobody measured one. */
  readonly onPlace: (place: Place) => void;
  readonly nearestPlace: Place | undefined;
  readonly onGrid: (grid: GridAt | undefined) => void;
}

const EnvironmentContext = createContext<Environment | undefined>(undefined);
export const EnvironmentProvider = EnvironmentContext.Provider;

export function useEnvironment(): Environment {
  const environment = useContext(EnvironmentContext);
  if (environment === undefined) throw new Error("Expected a widget inside a FormView but there is none");
  return environment;
}

/** Sentences to show, by dotted path of the field. */
export type ShownErrors = Readonly<Record<string, string>>;
const ErrorsContext = createContext<ShownErrors>({});
export const ErrorsProvider = ErrorsContext.Provider;

/** The error shown at a field. With `below`, also the first one of anything inside it: a position is one field to its reader. */
export function useFieldError(id: string, below = false): string | undefined {
  const { idPrefix } = useEnvironment();
  const errors = useContext(ErrorsContext);
  const path = pathOf(id, idPrefix);
  if (errors[path] !== undefined || !below) return errors[path];
  return Object.entries(errors).find(([at]) => at.startsWith(`${path}.`))?.[1];
}

/** `f1-members-0-name` → `members.0.name`: keys never hold a hyphen (decided.md 3). */
export function pathOf(id: string, idPrefix: string): string {
  return id.slice(idPrefix.length + 1).replaceAll("-", ".");
}

const LanguageContext = createContext<Language>("zh-CN");
/** For pages that show a part of forms (such as the scanner) outside a form. */
export const FormLanguageProvider = LanguageContext.Provider;

/** Words in the language of the form around, or of the page where there is no form. */
export function useEnvironmentWords(): FormWords {
  const environment = useContext(EnvironmentContext);
  const language = useContext(LanguageContext);
  return environment?.words ?? wordsOf(language);
}
