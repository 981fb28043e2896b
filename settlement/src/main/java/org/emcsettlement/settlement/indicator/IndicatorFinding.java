package org.emcsettlement.settlement.indicator;

import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.FindingCode;

/** The catalogue of findings about the indicators of a year. */
public enum IndicatorFinding implements FindingCode {
  /** A commodity without any quantity in the year. */
  QUANTITY_MISSING(
      "indicator.quantity-missing",
      Effect.PROVISIONAL,
      "{year} 年没有{commodity}的用量，相关指标不完整；请补充读数，或在 indicators.json 的 quantities 中填报。",
      "There is no quantity of {commodity} in {year}, so indicators are incomplete; supply readings or"
          + " report it under quantities in indicators.json."),
  /** Days without readings. */
  DAYS_MISSING(
      "indicator.days-missing",
      Effect.PROVISIONAL,
      "表计 {meter} 在 {year} 年有 {count} 天没有读数，未作放大。",
      "Meter {meter} has no readings on {count} days of {year}; nothing was scaled up."),
  /** A meter that the contract does not have. */
  METER_UNKNOWN(
      "indicator.meter-unknown",
      Effect.BLOCK,
      "indicators.json 的 {key} 中的表计 {meter} 不在合同的 meters 中。",
      "Meter {meter} under {key} of indicators.json is not among the contract's meters."),
  /** An area that nobody stated. */
  AREA_MISSING(
      "indicator.area-missing",
      Effect.PROVISIONAL,
      "没有建筑面积，单位面积指标无法计算；请在合同或 indicators.json 中填写 floorArea。",
      "No floor area is known, so indicators per area cannot be computed; give floorArea in the contract or"
          + " in indicators.json."),
  /** A count that nobody recorded. */
  COUNT_MISSING(
      "indicator.count-missing",
      Effect.PROVISIONAL,
      "{year} 年缺少 {count}，{formula} 无法计算；请在 occupancy.csv 或 indicators.json 的 counts 中填写。",
      "{count} is not known in {year}, so {formula} cannot be computed; give it in occupancy.csv or under"
          + " counts in indicators.json."),
  /** Carved out area or persons that leave nothing. */
  NOTHING_LEFT(
      "indicator.nothing-left",
      Effect.PROVISIONAL,
      "扣除特殊用能部分后{whatZh}为 {value}，指标无法计算；请核对。",
      "After special uses are carved out {what} is {value}, so indicators cannot be computed; check them."),
  /** A quota category nobody knows. */
  QUOTA_UNKNOWN(
      "indicator.quota-unknown",
      Effect.BLOCK,
      "未知的定额类别 {category}；可用：{known}。",
      "Quota category {category} is unknown; known: {known}."),
  /** A quota on another basis. */
  QUOTA_BASIS(
      "indicator.quota-basis",
      Effect.NOTE,
      "{category} 的{indicator}定额以 {needed} 为口径，本报告用 {used}，不作比较。",
      "The quota of {category} for {indicator} is stated in {needed}, this report uses {used}; they are not"
          + " compared."),
  /** A quota that does not hold in the year. */
  QUOTA_OUT_OF_DATE(
      "indicator.quota-out-of-date",
      Effect.NOTE,
      "{category} 的{indicator}定额在 {year} 年无效，不作比较。",
      "The quota of {category} for {indicator} does not hold in {year}; it is not compared."),
  /** A figure that was not read in its own source. */
  NOT_READ_IN_SOURCE(
      "indicator.not-read-in-source",
      Effect.NOTE,
      "{whatZh} 未核对标准原文（可信度 {trust}：{source}）；引用前请核对。",
      "{what} was not read in the standard itself (trust {trust}: {source}); check it before citing."),
  /** Own generation, for which no rule was read. */
  GENERATION_CONVENTION(
      "indicator.generation-convention",
      Effect.NOTE,
      "自发自用电量 {quantity} kWh 计入综合能耗和电耗，二氧化碳按零计：这是本库约定，统计口径请与主管部门核对。",
      "{quantity} kWh of own generation count in energy and electricity, with no CO2: a convention of this"
          + " library; check the rule of statistics that applies."),
  /** Green power, for which no rule was read. */
  GREEN_POWER_CONVENTION(
      "indicator.green-power-convention",
      Effect.NOTE,
      "绿电 {quantity} kWh 只在“绿电按零计”一项中扣减，其他指标不变：这是本库约定。",
      "{quantity} kWh of green power lower only the line that counts it as zero, no other indicator: a"
          + " convention of this library."),
  /** More green power than electricity bought. */
  GREEN_POWER_EXCEEDS(
      "indicator.green-power-exceeds",
      Effect.PROVISIONAL,
      "绿电 {quantity} kWh 多于外购电量 {bought} kWh，按外购电量扣减；请核对凭证。",
      "Green power of {quantity} kWh exceeds the {bought} kWh bought; no more than that is taken off: check"
          + " the certificates.");

  private final String code;
  private final Effect effect;
  private final String zh;
  private final String en;

  IndicatorFinding(String code, Effect effect, String zh, String en) {
    this.code = code;
    this.effect = effect;
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Effect defaultEffect() {
    return effect;
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }
}
