/** Back to where one came from, with its filters; to `fallback` when the page was opened by its address. */
import { ArrowLeftOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useHref, useNavigate } from "react-router";

interface BackButtonProps {
  readonly fallback: string;
  readonly words: string;
}

/** react-router numbers its entries; the first one has nothing of ours before it. */
function hasPrevious(): boolean {
  const state = window.history.state as { readonly idx?: unknown } | null;
  return typeof state?.idx === "number" && state.idx > 0;
}

export function BackButton({ fallback, words }: BackButtonProps) {
  const navigate = useNavigate();
  const href = useHref(fallback);
  const back = (event: React.MouseEvent) => {
    event.preventDefault();
    void (hasPrevious() ? navigate(-1) : navigate(fallback));
  };
  return (
    <Button
      type="text"
      href={href}
      icon={<ArrowLeftOutlined aria-hidden />}
      aria-label={words}
      title={words}
      onClick={back}
    />
  );
}
