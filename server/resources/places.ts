/** The place register: search in my streets, the place behind a scanned code, its printable code, and 扫码定责. */
import { toString as toQr } from "qrcode";
import { scopeOf } from "../access/may-do.ts";
import type { Container } from "../container.ts";
import type { Handlers } from "../http/call.ts";
import { reportPath } from "../runtime/grid-boards.ts";
import { answer, Content, notFound } from "../http/outcome.ts";

type Mine = Pick<Handlers, "places" | "place" | "place.qr" | "owner">;

export function places({ catalogue, runtime, settings }: Container): Mine {
  return {
    places: async ({ principal, query }) => {
      const scope = scopeOf(principal, catalogue.tree);
      if (query.street !== undefined && !scope.streets.includes(query.street)) return notFound();
      return answer(await runtime.places(scope, query));
    },

    place: async ({ params }) => {
      const found = await runtime.place(params.code);
      return found === undefined ? notFound() : answer(found);
    },

    "place.qr": async ({ params }) => {
      const found = await runtime.place(params.code);
      if (found === undefined) return notFound();
      // One code on the door for everybody: residents report here, and grid workers scan it inside their own pages.
      const address = `${settings.publicUrl}${reportPath(found.code)}`;
      const svg = await toQr(address, { type: "svg", errorCorrectionLevel: "M", margin: 2 });
      return answer(new Content("image/svg+xml", svg, { "Cache-Control": "private, max-age=86400" }));
    },

    owner: async ({ principal, body }) => runtime.previewOwner(principal, body),
  };
}
