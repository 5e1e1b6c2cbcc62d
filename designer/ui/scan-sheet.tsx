/** Scans a door's or facility's QR code: live camera, else from a photo, else by writing the code. One of the three always works. */
import { useEffect, useRef, useState, type Ref } from "react";
import { useEnvironmentWords } from "./form/environment.tsx";
import { Icon } from "./icons.tsx";
import { placeCodeOf } from "./place-code.ts";
import { readQr, readQrFromPhoto } from "./read-qr.ts";
import { useLatest } from "./use-latest.ts";
import { Sheet, type SheetDoor } from "./sheet.tsx";

interface ScanSheetProps {
  readonly ref: Ref<SheetDoor>;
  readonly onCode: (code: string) => void;
}

const lookEvery = 200;

/** Looks through the camera until a code is found or the sheet closes. */
function Camera({ onText, onFail }: { readonly onText: (text: string) => void; readonly onFail: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const say = useLatest({ onText, onFail });
  useEffect(() => {
    let stream: MediaStream | undefined;
    let isOpen = true;
    const look = async (): Promise<void> => {
      const picture = video.current;
      if (!isOpen || picture === null) return;
      const text = picture.videoWidth > 0 ? await readQr(picture, picture.videoWidth, picture.videoHeight) : undefined;
      if (!isOpen) return;
      if (text !== undefined && placeCodeOf(text) !== undefined) say.current.onText(text);
      else setTimeout(() => void look(), lookEvery);
    };
    const start = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      if (!isOpen || video.current === null) return;
      video.current.srcObject = stream;
      await video.current.play();
      await look();
    };
    start().catch(() => isOpen && say.current.onFail());
    return () => {
      isOpen = false;
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [say]);
  return <video ref={video} className="f-camera" muted playsInline />;
}

function Scanner({ onCode }: { readonly onCode: (code: string) => void }) {
  const words = useEnvironmentWords();
  const canSee = window.isSecureContext && navigator.mediaDevices !== undefined;
  const [trouble, setTrouble] = useState<"noCamera" | "noCode" | undefined>(canSee ? undefined : "noCamera");
  const [typed, setTyped] = useState("");
  const photo = useRef<HTMLInputElement>(null);
  const take = (text: string | undefined) => {
    const code = text === undefined ? undefined : placeCodeOf(text);
    if (code === undefined) setTrouble("noCode");
    else onCode(code);
  };
  return (
    <>
      {trouble !== "noCamera" && <Camera onText={take} onFail={() => setTrouble("noCamera")} />}
      <p role="status" className={trouble === undefined ? "g-muted" : "f-warn"}>
        {trouble === undefined ? words.scan.aim : words.scan[trouble]}
      </p>
      <button type="button" className="g-button wide" onClick={() => photo.current?.click()}>
        <Icon name="image" size={20} />
        {words.scan.fromPhoto}
      </button>
      <input
        ref={photo}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void readQrFromPhoto(file).then(take);
          event.target.value = "";
        }}
      />
      <div className="f-buttons">
        <input
          className="g-input"
          aria-label={words.scan.type}
          placeholder={words.scan.type}
          value={typed}
          autoComplete="off"
          autoCapitalize="none"
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="button" className="g-button primary" disabled={typed.trim() === ""} onClick={() => take(typed)}>
          {words.scan.use}
        </button>
      </div>
    </>
  );
}

export function ScanSheet({ ref, onCode }: ScanSheetProps) {
  const words = useEnvironmentWords();
  const own = useRef<SheetDoor>(null);
  const both = (door: SheetDoor | null) => {
    own.current = door;
    if (typeof ref === "function") ref(door);
    else if (ref !== null && ref !== undefined) ref.current = door;
  };
  return (
    <Sheet ref={both} title={words.scan.title}>
      <Scanner
        onCode={(code) => {
          own.current?.close();
          onCode(code);
        }}
      />
    </Sheet>
  );
}
