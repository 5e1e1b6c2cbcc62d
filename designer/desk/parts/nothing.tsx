/** An empty list says what will be here and offers the one next step. */
import { Empty } from "antd";
import type { ReactNode } from "react";

interface NothingProps {
  readonly words: string;
  readonly hint?: string;
  readonly next?: ReactNode;
}

export function Nothing({ words, hint, next }: NothingProps) {
  return (
    <Empty
      className="gl-nothing"
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <strong>{words}</strong>
          {hint !== undefined && <span>{hint}</span>}
        </>
      }
    >
      {next}
    </Empty>
  );
}
