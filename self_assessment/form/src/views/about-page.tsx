/** Who files, for which year and which honour. */
import type { JSX } from "preact";
import type { Award, Organisation } from "../made";
import { has } from "../filing/answers";
import { codeHint, isWholeCode, tidyCode } from "../filing/credit-code";
import { withAward, withOrganisation, withYear } from "../filing/editing";
import { aboutPlace } from "../filing/places";
import { prefer } from "../keeping/preferences";
import { useBench, useDesk, useEdit, useFiling, usePreferences } from "./bench";
import { LineField } from "./controls";
import { WholeField } from "./figure-cell";
import { PageHead } from "./page-head";

export function AboutPage(): JSX.Element {
  return (
    <article class="page">
      <PageHead view="about" title="基本信息">写在封面和报告开头。先填名称、代码和年份，其余可以以后再填。</PageHead>
      <section class="part form-grid" aria-label="组织">
        <OrganisationLine field="name" label="组织名称" help="与营业执照或登记证书一致。" />
        <CreditCode />
        <OrganisationLine field="district" label="所在区" wide="middle" />
        <OrganisationLine field="sector" label="行业" wide="middle" />
        <OrganisationLine field="address" label="地址" />
        <OrganisationLine field="employees" label="职工人数" wide="middle" />
      </section>
      <section class="part form-grid" aria-labelledby="about-award-title">
        <h2 id="about-award-title">年度和奖项</h2>
        <Year />
        <AwardLine field="name" id="award" label="奖项" />
        <AwardLine field="round" id="round" label="届次或评定" wide="middle" />
        <AwardYear />
        <AwardLine field="certificate" id="certificate" label="证书编号" wide="middle" />
      </section>
      <section class="part form-grid" aria-labelledby="about-contact-title">
        <h2 id="about-contact-title">联系</h2>
        <OrganisationLine field="department" label="负责部门" wide="middle" />
        <OrganisationLine field="contact" label="联系人" wide="middle" />
        <OrganisationLine field="phone" label="联系电话" wide="middle" />
        <Who />
      </section>
    </article>
  );
}

interface LineOf<T> {
  field: keyof T & string;
  label: string;
  help?: string;
  wide?: "middle" | "full";
}

function OrganisationLine({ field, label, help, wide }: LineOf<Organisation>): JSX.Element {
  const edit = useEdit();
  const value = useFiling((f) => f.organisation[field]);
  const place = aboutPlace(field, label);
  return <LineField id={place.field} label={label} help={help} wide={wide} value={value} onInput={(text) => edit(place, "修改", (f) => withOrganisation(f, { [field]: text }))} />;
}

function AwardLine({ field, id, label, wide }: LineOf<Award> & { field: "name" | "round" | "certificate"; id: string }): JSX.Element {
  const edit = useEdit();
  const value = useFiling((f) => f.award[field]);
  const place = aboutPlace(id, label);
  return <LineField id={place.field} label={label} wide={wide} value={value} onInput={(text) => edit(place, "修改", (f) => withAward(f, { [field]: text }))} />;
}

/** A code that is not whole yet stands as typed; the filing takes it once it has its 18 places. */
function CreditCode(): JSX.Element {
  const { desk } = useBench();
  const edit = useEdit();
  const place = aboutPlace("credit_code", "统一社会信用代码");
  const stored = useFiling((f) => f.organisation.credit_code);
  const rough = useDesk((d) => (has(d.rough, place.field) ? d.rough[place.field]! : null));
  const shown = rough === null ? stored : rough;
  const type = (typed: string): void => {
    const code = tidyCode(typed);
    desk.setRough(place.field, isWholeCode(code) ? null : typed);
    const next = isWholeCode(code) ? code : "";
    if (next !== stored) edit(place, "修改", (f) => withOrganisation(f, { credit_code: next }));
  };
  return <LineField id={place.field} label="统一社会信用代码" help="营业执照或登记证书上的 18 位代码。" hint={codeHint(tidyCode(shown))} value={shown} most={40} wide="middle" onInput={type} />;
}

function Year(): JSX.Element {
  const edit = useEdit();
  const value = useFiling((f) => f.year);
  const place = aboutPlace("year", "自评年度");
  return (
    <div class="field field-short">
      <label class="field-label" for={place.field}>自评年度</label>
      <WholeField id={place.field} label="自评年度" value={value} low={1990} high={2199} onValue={(year) => year !== null && edit(place, "修改", (f) => withYear(f, year))} />
    </div>
  );
}

function AwardYear(): JSX.Element {
  const edit = useEdit();
  const value = useFiling((f) => f.award.year);
  const place = aboutPlace("award_year", "表彰年份");
  return (
    <div class="field field-short">
      <label class="field-label" for={place.field}>表彰年份</label>
      <WholeField id={place.field} label="表彰年份" value={value} low={1990} high={2199} optional onValue={(year) => edit(place, "修改", (f) => withAward(f, { year }))} />
    </div>
  );
}

function Who(): JSX.Element {
  const { who } = usePreferences();
  return <LineField id="about-who" label="填写人（本机）" help="记在修改记录里，说明是谁改的。" wide="middle" value={who} most={100} onInput={(name) => prefer({ who: name })} />;
}
