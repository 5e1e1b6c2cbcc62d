/** What the form may ask on behalf of somebody without an account: photos and the map; the rest is not his to see. */
import type { MapLayers, ResidentPhoto, ResidentPlace } from "../../../server/contract/types.ts";
import { api, upload } from "../../app/api.ts";
import type { FormServices } from "../../ui/form/environment.tsx";
import { deviceToken, senderToken } from "../device.ts";

const made = new Map<string, FormServices>();

const closed = () => Promise.reject(new Error("Not for residents"));

/** One object for each code, so that the queue of photos lives as long as the page. */
export function reportServices({ code }: ResidentPlace): FormServices {
  const known = made.get(code) ?? makeServices(code);
  made.set(code, known);
  return known;
}

function makeServices(code: string): FormServices {
  const at = `/resident/places/${encodeURIComponent(code)}`;
  return {
    uploadPhoto: async (id, photo, name, onProgress) => {
      const body = new FormData();
      body.append("file", photo, name);
      const query = new URLSearchParams({ id, sender: senderToken(), device: deviceToken() });
      await upload<ResidentPhoto>(`${at}/photos?${query.toString()}`, body, onProgress);
    },
    // Not shown again before it has arrived: only the report's case may.
    photoUrl: () => "",
    gridAt: closed,
    findPlaces: () => Promise.resolve([]),
    place: closed,
    matters: () => Promise.resolve([]),
    units: () => Promise.resolve([]),
    formerUnits: () => Promise.resolve([]),
    map: () => api.get<MapLayers>(`${at}/map`),
    owner: closed,
  };
}
