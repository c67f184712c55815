/** 组织概述, heading by heading. */

import { profileOf } from "../../filing/answers";
import { contentsOf } from "../../filing/contents";
import { WAITS_WORDS } from "../../filing/standing";
import type { CriteriaSet, Filing } from "../../made";
import { LEFT_OUT } from "../secrets";
import { heading, line, text } from "./blocks";
import type { Block } from "./blocks";
import { marked } from "./marks";

export function profile(filing: Filing, criteria: CriteriaSet): Block[] {
  const groups = criteria.profile?.groups ?? [];
  const known = contentsOf(criteria).heading;
  const strays = Object.keys(filing.profile).filter((id) => !known.has(id));
  return [
    ...groups.flatMap((group) => {
      const alone = group.headings.length === 1 && group.headings[0]?.id === group.id;
      return [
        heading(2, `${group.id} ${group.name}`, `profile-${group.id}`),
        ...group.headings.flatMap(({ id, name }) => [
          ...(alone ? [] : [heading(4, `${id} ${name}`, `profile-${id}`)]),
          ...answer(filing, id),
        ]),
      ];
    }),
    ...strays.flatMap((id) => [heading(4, `${id}（准则中没有的标题）`, `profile-${id}`), ...answer(filing, id)]),
  ];
}

function answer(filing: Filing, id: string): Block[] {
  const { text: written, waits, secret } = profileOf(filing, id);
  if (filing.left_out.some((one) => one.heading === id) && !written) return [line(LEFT_OUT, "mark")];
  return [...marked([WAITS_WORDS[waits], secret ? "声明为秘密" : ""]), text(written)];
}
