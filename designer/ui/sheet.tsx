/** A dialog that comes from the bottom edge on the phone and stands in the middle on the desk. Focus and Escape are the browser's. */
import { useImperativeHandle, useRef, useState, type ReactNode, type Ref } from "react";
import { Icon } from "./icons.tsx";

export interface SheetDoor {
  readonly open: () => void;
  readonly close: () => void;
}

interface SheetProps {
  readonly ref: Ref<SheetDoor>;
  readonly title: string;
  readonly children: ReactNode;
  readonly closeLabel?: string;
}

export function Sheet({ ref, title, children, closeLabel = "关闭 / Close" }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useImperativeHandle(ref, () => ({
    open: () => {
      setIsOpen(true);
      dialog.current?.showModal();
    },
    close: () => dialog.current?.close(),
  }));
  return (
    <dialog
      ref={dialog}
      className="g-sheet"
      aria-label={title}
      onClose={() => setIsOpen(false)}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      {isOpen && (
        <>
          <div className="g-sheet-head">
            <h2>{title}</h2>
            <button
              type="button"
              className="g-icon-button"
              aria-label={closeLabel}
              onClick={() => dialog.current?.close()}
            >
              <Icon name="close" />
            </button>
          </div>
          <div className="g-sheet-body">{children}</div>
        </>
      )}
    </dialog>
  );
}
