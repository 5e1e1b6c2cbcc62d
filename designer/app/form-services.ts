/** The services of a form (ui/form/environment.tsx) over our API; one object for the page's life, so that its photo queue lives as long. */
import type {
  AttachmentUploaded,
  GridAt,
  MapLayers,
  Matter,
  OwnerAnswer,
  OwnerQuestion,
  Place,
  Unit,
} from "../../server/contract/types.ts";
import type { FormServices } from "../ui/form/environment.tsx";
import { api, upload } from "./api.ts";

/** Reference lists change a few times a year; one reading serves a visit. A failed reading is tried again. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}

const made = new Map<string, FormServices>();

/** @param street of the person who fills; matters, units and maps are those of this street. */
export function formServices(street: string): FormServices {
  const known = made.get(street) ?? makeServices(street);
  made.set(street, known);
  return known;
}

function makeServices(street: string): FormServices {
  const inStreet = `street=${encodeURIComponent(street)}`;
  return {
    uploadPhoto: async (id, photo, name, onProgress) => {
      const body = new FormData();
      body.append("file", photo, name);
      await upload<AttachmentUploaded>(`/attachments?id=${encodeURIComponent(id)}`, body, onProgress);
    },
    photoUrl: (id) => `/api/attachments/${encodeURIComponent(id)}`,
    gridAt: (lng, lat) => api.get<GridAt>(`/grid-at?lng=${lng}&lat=${lat}`),
    findPlaces: (query) => api.get<Place[]>(`/places?q=${encodeURIComponent(query)}&${inStreet}&limit=8`),
    place: (code) => api.get<Place>(`/places/${encodeURIComponent(code)}`),
    matters: once(() => api.get<Matter[]>(`/matters?${inStreet}`)),
    units: once(() => api.get<Unit[]>(`/units?${inStreet}`)),
    formerUnits: once(() => api.get<Unit[]>(`/units?${inStreet}&former=true`)),
    map: once(() => api.get<MapLayers>(`/map?${inStreet}`)),
    owner: (question: OwnerQuestion) => api.post<OwnerAnswer>("/owner", question),
  };
}
