/** Files of an announcement, each to open or save; used by the light phone pages too, so without antd. */
import type { AnnouncedFile } from "../../server/contract/types.ts";

const MEGABYTE = 1_048_576;

/** 1.2 MB, 340 KB */
const sizeOf = (bytes: number): string =>
  bytes >= MEGABYTE ? `${(bytes / MEGABYTE).toFixed(1)} MB` : `${String(Math.max(1, Math.round(bytes / 1024)))} KB`;

interface AnnouncedFilesProps {
  readonly files: readonly AnnouncedFile[];
  readonly label: string;
  readonly onOpen?: () => void;
}

export function AnnouncedFiles({ files, label, onOpen }: AnnouncedFilesProps) {
  if (files.length === 0) return null;
  return (
    <ul className="g-files" aria-label={label}>
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={`/api/attachments/${id}`} download={name} onClick={onOpen}>
            {name}
          </a>{" "}
          <small>{sizeOf(size)}</small>
        </li>
      ))}
    </ul>
  );
}
