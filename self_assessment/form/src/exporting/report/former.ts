/** Answers to items that the criteria of today no longer ask: kept readable. */

import type { Filing } from "../../made";
import { LEFT_OUT } from "../secrets";
import { heading, line, text } from "./blocks";
import type { Block } from "./blocks";
import { marked } from "./marks";

export function former(filing: Filing): Block[] {
  return filing.retired.flatMap((one, place) => {
    const out = filing.left_out.some((left) => left.retired === one.id) && !one.text;
    return [
      heading(4, `${one.id} ${one.name}（${one.criteria}）`, `former-${place + 1}`),
      ...(out ? [line(LEFT_OUT, "mark")] : [...marked([one.secret ? "声明为秘密" : ""]), text(one.text)]),
    ];
  });
}
