/** Photos in a row; a tap shows one large. Addresses come in, so that it serves forms, cases and task pages alike. */
import { useRef, useState } from "react";
import { Sheet, type SheetDoor } from "./sheet.tsx";

export interface ShownPhoto {
  readonly id: string;
  readonly url: string;
  readonly alt: string;
  /** Who took it and when, under the large picture. */
  readonly note?: string;
}

export function PhotoStrip({ photos }: { readonly photos: readonly ShownPhoto[] }) {
  const sheet = useRef<SheetDoor>(null);
  const [open, setOpen] = useState<ShownPhoto>();
  return (
    <div className="g-photos">
      {photos.map((photo) => (
        <button
          key={photo.id}
          type="button"
          onClick={() => {
            setOpen(photo);
            sheet.current?.open();
          }}
        >
          <img src={photo.url} alt={photo.alt} loading="lazy" />
        </button>
      ))}
      <Sheet ref={sheet} title={open?.alt ?? ""}>
        {open !== undefined && (
          <>
            <img className="g-photo-large" src={open.url} alt={open.alt} />
            {open.note !== undefined && <p className="g-muted g-small">{open.note}</p>}
          </>
        )}
      </Sheet>
    </div>
  );
}
