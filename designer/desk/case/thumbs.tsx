/** A row of small pictures; each opens large, with the others beside it. */
import { Image } from "antd";
import type { Attachment } from "../../../server/contract/types.ts";
import { fileUrl, isPicture } from "./files.ts";

interface ThumbsProps {
  readonly files: readonly Attachment[];
  /** At most so many. */
  readonly limit: number;
}

export function Thumbs({ files, limit }: ThumbsProps) {
  const pictures = files.filter(isPicture).slice(0, limit);
  if (pictures.length === 0) return null;
  return (
    <Image.PreviewGroup>
      <div className="gl-thumbs">
        {pictures.map((picture) => (
          <Image key={picture.id} src={fileUrl(picture)} alt={picture.name} width={76} height={76} />
        ))}
      </div>
    </Image.PreviewGroup>
  );
}
