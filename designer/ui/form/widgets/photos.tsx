/** Photos: straight to the camera, small before sending, each with its own progress, and kept on the device until it has arrived. */
import { useEffect, useRef, useState, type ChangeEvent } from "react";
import { Icon } from "../../icons.tsx";
import { useAnswer } from "../../use-answer.ts";
import { useLatest } from "../../use-latest.ts";
import { uuidv7 } from "../../uuid.ts";
import { compressPhoto } from "../compress-photo.ts";
import { useEnvironment } from "../environment.tsx";
import type { PhotoState } from "../photo-queue.ts";
import { photoQueueOf, previewOf, resumeUploads, startUpload, usePhotoStates } from "../photo-uploads.ts";
import { fillIn } from "../words.ts";
import { groupDescribed, type WidgetProps } from "./widget.ts";

const idsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === "string") : [];

/** A small picture of a photo that is on this device or on the server. */
function Thumbnail({ id, alt }: { readonly id: string; readonly alt: string }) {
  const { context } = useEnvironment();
  const answer = useAnswer(id, () => previewOf(context.services, id));
  const url = answer.kind === "answered" ? answer.value : undefined;
  useEffect(
    () => () => {
      if (url?.startsWith("blob:") === true) URL.revokeObjectURL(url);
    },
    [url],
  );
  return url === undefined ? <span className="f-photo-empty" /> : <img src={url} alt={alt} />;
}

function Progress({ id, state }: { readonly id: string; readonly state: PhotoState | undefined }) {
  const { words, context } = useEnvironment();
  if (state === undefined || state.kind === "sent") return null;
  if (state.kind === "waiting") return <span className="f-photo-state">{words.photo.waiting}</span>;
  if (state.kind === "sending")
    return (
      <span className="f-photo-state">{fillIn(words.photo.sending, { percent: Math.round(state.done * 100) })}</span>
    );
  return (
    <span className="f-photo-state failed">
      {words.photo.failed}
      <button type="button" className="g-button small" onClick={() => photoQueueOf(context.services).add(id)}>
        {words.photo.again}
      </button>
    </span>
  );
}

interface TakeProps {
  readonly isFirst: boolean;
  readonly many: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Two doors: the camera at once, or a picture already taken. Both are plain file inputs, so they work on insecure addresses too. */
function Take({ isFirst, many, onFiles }: TakeProps) {
  const { words } = useEnvironment();
  const camera = useRef<HTMLInputElement>(null);
  const album = useRef<HTMLInputElement>(null);
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])]);
    event.target.value = "";
  };
  return (
    <div className="f-photo-doors">
      <button
        type="button"
        className={`g-button${isFirst ? " f-first-photo" : ""}`}
        onClick={() => camera.current?.click()}
      >
        <Icon name="camera" />
        {words.photo.take}
      </button>
      <button type="button" className="g-button" onClick={() => album.current?.click()}>
        <Icon name="image" />
        {words.photo.pick}
      </button>
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={chosen} />
      <input ref={album} type="file" accept="image/*" multiple={many} hidden onChange={chosen} data-album="" />
    </div>
  );
}

/** Makes photos small and puts them in line; answers the ids of those that were pictures. */
async function takeIn(files: readonly File[], start: (id: string, photo: Blob, name: string) => Promise<void>) {
  const ids: string[] = [];
  for (const file of files) {
    const small = await compressPhoto(file).catch(() => undefined);
    if (small === undefined) continue;
    const id = uuidv7();
    await start(id, small, `${file.name.replace(/\.[^.]*$/, "")}.jpg`);
    ids.push(id);
  }
  return ids;
}

export function PhotosWidget(props: WidgetProps) {
  const { words, context } = useEnvironment();
  const { services } = context;
  const states = usePhotoStates(services);
  const ids = idsOf(props.value);
  const newest = useLatest(ids);
  const [refused, setRefused] = useState(false);
  const most = Number(props.schema["maxItems"] ?? props.options["max"] ?? 9);
  const known = ids.join(" ");
  useEffect(() => {
    if (known !== "") void resumeUploads(services, known.split(" "));
  }, [services, known]);
  const add = async (files: readonly File[]) => {
    const room = files.slice(0, Math.max(0, most - ids.length));
    const added = await takeIn(room, (id, photo, name) => startUpload(services, id, photo, name));
    setRefused(added.length < room.length);
    if (added.length > 0) props.onChange([...newest.current, ...added]);
  };
  const remove = (id: string) => {
    photoQueueOf(services).forget(id);
    const rest = ids.filter((one) => one !== id);
    props.onChange(rest.length === 0 ? undefined : rest);
  };
  return (
    <div id={props.id} className="f-photos" {...groupDescribed(props)}>
      {ids.length > 0 && (
        <ul>
          {ids.map((id, at) => (
            <li key={id}>
              <Thumbnail id={id} alt={fillIn(words.photo.alt, { title: props.title, n: at + 1 })} />
              <Progress id={id} state={states.get(id)} />
              {!props.readOnly && (
                <button
                  type="button"
                  className="f-photo-remove"
                  aria-label={fillIn(words.photo.remove, { n: at + 1 })}
                  onClick={() => remove(id)}
                >
                  <Icon name="close" size={18} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!props.readOnly && ids.length < most && (
        <Take isFirst={ids.length === 0} many={most - ids.length > 1} onFiles={(files) => void add(files)} />
      )}
      {!props.readOnly && ids.length > 0 && ids.length < most && (
        <span className="g-muted g-small">{fillIn(words.photo.more, { n: most - ids.length })}</span>
      )}
      <span className="f-error" role="alert">
        {refused ? words.photo.bad : ""}
      </span>
    </div>
  );
}
