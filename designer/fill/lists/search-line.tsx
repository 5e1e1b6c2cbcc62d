/** Finds while writing, half a second after the last key. */
import { useEffect, useRef, useState } from "react";
import { useLatest } from "../../ui/use-latest.ts";
import { Icon } from "../../ui/icons.tsx";

interface SearchLineProps {
  readonly value: string;
  readonly label: string;
  readonly onSearch: (text: string) => void;
}

export function SearchLine({ value, label, onSearch }: SearchLineProps) {
  const [text, setText] = useState(value);
  const search = useLatest(onSearch);
  const asked = useRef(value);
  useEffect(() => {
    if (text === asked.current) return undefined;
    const timer = setTimeout(() => {
      asked.current = text.trim();
      search.current(text.trim());
    }, 500);
    return () => clearTimeout(timer);
  }, [text, search]);
  useEffect(() => {
    // Cleared from elsewhere (an empty list's button, the way back).
    if (value === asked.current) return;
    asked.current = value;
    setText(value);
  }, [value]);
  return (
    <label className="f-search">
      <span className="only-read-aloud">{label}</span>
      <Icon name="search" size={20} />
      <input
        className="g-input"
        type="search"
        value={text}
        placeholder={label}
        onChange={(event) => setText(event.target.value)}
      />
    </label>
  );
}
