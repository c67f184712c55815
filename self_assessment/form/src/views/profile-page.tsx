/** 组织概述, heading by heading. */
import type { JSX } from "preact";
import type { Heading } from "../made";
import { profileOf } from "../filing/answers";
import { charactersOfProfile } from "../filing/counting";
import { withProfile } from "../filing/editing";
import { profilePlace } from "../filing/places";
import { WAITS_WORDS } from "../filing/standing";
import { useBench, useEdit, useFiling } from "./bench";
import { EditButton, TickField, WordsField } from "./controls";
import { PageHead } from "./page-head";

export function ProfilePage({ onHeading }: { onHeading: (heading: string) => void }): JSX.Element {
  const { criteria } = useBench();
  const length = useFiling((f) => charactersOfProfile(f, criteria));
  const assessing = useFiling((f) => f.assignment !== null && f.assignment.kind === "assessing");
  const profile = criteria.profile!;
  return (
    <article class="page">
      <PageHead view="profile" title={profile.name}>
        让不了解本组织的人先看懂：做什么、为谁做、靠什么、和谁比、难在哪里。
        已写 {length} 字{profile.limit ? `，通常不超过 ${profile.limit} 字。` : "。"}
      </PageHead>
      {profile.groups.map((group) => (
        <section key={group.id} class="part" aria-labelledby={`profile-group-${group.id}`}>
          <h2 id={`profile-group-${group.id}`}>{group.name}</h2>
          {group.headings.map((heading) => <HeadingText key={heading.id} heading={heading} readOnly={assessing} onFocus={() => onHeading(heading.id)} />)}
        </section>
      ))}
    </article>
  );
}

function HeadingText({ heading, readOnly, onFocus }: { heading: Heading; readOnly: boolean; onFocus: () => void }): JSX.Element {
  const { criteria } = useBench();
  const edit = useEdit();
  const answer = useFiling((f) => profileOf(f, heading.id));
  const place = profilePlace(criteria, heading.id);
  return (
    <div class="part-text profile-text">
      <WordsField
        id={place.field} label={heading.name} help={heading.asks} rows={3} count value={answer.text} readOnly={readOnly} onFocus={onFocus}
        onInput={(text) => edit(place, "修改文字", (f) => withProfile(f, heading.id, { text }))}
      />
      {answer.waits && (
        <div class="waiting">
          <p><strong>{WAITS_WORDS[answer.waits]}</strong></p>
          <EditButton icon="check" onClick={() => edit(place, "标记已更新", (f) => withProfile(f, heading.id, { waits: "" }))}>已更新</EditButton>
        </div>
      )}
      <TickField id={`${place.field}-secret`} label="声明为秘密" checked={answer.secret} onChange={(secret) => edit(place, secret ? "声明为秘密" : "取消秘密", (f) => withProfile(f, heading.id, { secret }))} />
    </div>
  );
}
