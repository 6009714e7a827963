// What a dry run says: whom the terms would take today, in which districts, what each condition keeps
// away, and what moves against the version that is offered now. Counts are whole tens; small ones
// are not told.
import { both, el, facts, hint, join, table } from "/lender/build.js";

const FEW = both("过少", "too few");

function count(number) {
  return number === null || number === undefined ? FEW : both(number + "家", String(number));
}

function against(trial) {
  if (trial.versionBefore === null) return [];
  return [
    [join(both("较第", "Gained against version "), trial.versionBefore, both("版新增", "")), count(trial.gained)],
    [join(both("较第", "Lost against version "), trial.versionBefore, both("版减少", "")), count(trial.lost)],
  ];
}

/** A dry run, for a person who is to decide on the terms. */
export function trialOf(trial) {
  const districts = Object.entries(trial.byDistrict).map(([code, share]) => [code, count(share.passing), count(share.enterprises)]);
  const kept = trial.byCriterion.map((one) => [one.criterion, count(one.failing), count(one.failingAlone)]);
  return el(
    "div",
    { class: "trial" },
    facts([
      [both("试运行日", "As of"), trial.asOf],
      [both("全部企业", "Enterprises"), count(trial.enterprises)],
      [both("符合条件", "Would pass"), count(trial.passing)],
      [both("依法不得授信", "Kept out by law"), count(trial.ruledOut)],
      [both("测算额度过低", "Limit too low"), count(trial.limitTooLow)],
      ...against(trial),
    ]),
    ...trial.warnings.map((one) => el("p", { class: "note" }, one.words)),
    el("h4", null, both("分区县", "By district")),
    table(both("分区县", "By district"), [both("行政区划", "District"), both("符合条件", "Would pass"), both("全部企业", "Enterprises")], districts),
    el("h4", null, both("各条件的影响", "What each condition keeps away")),
    kept.length
      ? table(both("各条件的影响", "What each condition keeps away"), [both("条件", "Condition"), both("不满足", "Fail it"), both("仅因此条", "Fail it alone")], kept)
      : hint(both("没有准入条件。", "There are no conditions.")),
    hint(both("为保护企业，数字经模糊处理并取整到十，过少的不显示；同一天重试，结果相同。", "To shield enterprises, counts are blurred and in tens, and too few are not told; the same run tells the same all day.")),
  );
}
