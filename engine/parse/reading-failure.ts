/** What moddle's reader says when a text is no model: its own sentence, unless it fell over the text itself. */
import type { Title } from "../model/title.ts";

const longest = 300;

/** A `TypeError` speaks of moddle's insides; what makes it fall is a tag too many or too few. */
export function readingFailure(error: Error): Required<Title> {
  if (error instanceof TypeError)
    return { "zh-CN": "元素的开始标记与结束标记不成对", en: "start and end tags of its elements do not match" };
  const text = error.message.replace(/\s+/g, " ").trim().slice(0, longest);
  return { "zh-CN": text, en: text };
}
