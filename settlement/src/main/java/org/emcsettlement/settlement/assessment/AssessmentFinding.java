package org.emcsettlement.settlement.assessment;

import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.FindingCode;

/** The catalogue of findings about an assessment. */
public enum AssessmentFinding implements FindingCode {
  /** A commodity that the boundary does not have. */
  COMMODITY_UNKNOWN(
      "assessment.commodity-unknown",
      Effect.BLOCK,
      "{commodity}不在 commodities 中；请补充该品种及其表计，或改正此处。",
      "{commodity} is not among the commodities; add it with its meter, or correct it here."),
  /** A commodity without a price. */
  PRICE_MISSING(
      "assessment.price-missing",
      Effect.BLOCK,
      "{commodity}没有价格；请在 prices 中给出。",
      "{commodity} has no price; give one under prices."),
  /** No price holds on the first day of the term. */
  PRICE_NOT_IN_FORCE(
      "assessment.price-not-in-force",
      Effect.BLOCK,
      "{commodity}在 {date} 没有有效价格；请补充价格表中的行，或给出 reference。",
      "{commodity} has no price in force on {date}; add a row to its table, or give a reference."),
  /** No year of the history is complete. */
  NO_YEAR(
      "assessment.no-year",
      Effect.BLOCK,
      "{commodity}在历史期 {period} 内没有一个完整年度（缺数不超过十分之一）；请补充读数。",
      "{commodity} has no year in the history {period} with nine tenths of its days; supply readings."),
  /** Every commodity has years, but no year is that of all. */
  NO_COMMON_YEAR(
      "assessment.no-common-year",
      Effect.BLOCK,
      "历史期 {period} 内没有一个年度是各品种都有完整读数的；请补充读数，或改 history。",
      "No year of the history {period} has readings of every commodity; supply readings or change"
          + " history."),
  /** A year was completed from its other days. */
  YEAR_COMPLETED(
      "assessment.year-completed",
      Effect.PROVISIONAL,
      "{commodity}在 {period} 有 {count} 天没有读数，年用量按其余各日的日均补足。",
      "{commodity} has no readings on {count} days of {period}; its total takes them at the mean of the"
          + " other days."),
  /** A year that cannot be used. */
  YEAR_LEFT_OUT(
      "assessment.year-left-out",
      Effect.NOTE,
      "{commodity}在 {period} 缺数超过十分之一（{count} 天），该年不用。",
      "{commodity} lacks more than a tenth of {period} ({count} days); that year is not used."),
  /** One year says nothing about the spread of years. */
  ONE_YEAR(
      "assessment.one-year",
      Effect.PROVISIONAL,
      "历史期只有一年：年际（气候等）差异未知，模拟中每年都用这一年的气候，现金流区间偏窄。",
      "The history has one year only: how years differ is not known, every simulated year has its weather,"
          + " and the ranges of cash flows are too narrow."),
  /** No measures. */
  NO_MEASURES(
      "assessment.no-measures",
      Effect.NOTE,
      "没有列出节能措施：只给出基准、费用基数、定额对标及潜力（与定额的差距）；潜力不是预期节约量，不模拟现金流。",
      "No measures are listed: baseline, fee base, quota standing and the potential (gap to the quotas) only;"
          + " a potential is no expected saving, and no cash flow is simulated."),
  /** No standing. */
  NO_INDICATORS(
      "assessment.no-indicators",
      Effect.NOTE,
      "文件夹中没有 indicators.json，未作定额对标。",
      "The folder has no indicators.json, so nothing is compared with quotas."),
  /** A price that stays. */
  PRICE_CONSTANT(
      "assessment.price-constant",
      Effect.NOTE,
      "没有给出{commodity}的价格变化（priceEscalation），模拟中价格不变。",
      "No change of the price of {commodity} is stated (priceEscalation); it stays as it is."),
  /** No input tax is stated although a form has the service provider pay bills. */
  NO_INPUT_TAX(
      "assessment.no-input-tax",
      Effect.NOTE,
      "合同模式 {form} 由乙方支付能源费用，但没有给出进项税率（inputTax）：乙方现金流未扣除进项税，偏低。",
      "{form} has the service provider pay the utility bills while no rates of input tax are stated"
          + " (inputTax): nothing is deducted, and its cash flow is too low."),
  /** A baseline without an error structure. */
  NO_MODEL_ERROR(
      "assessment.no-model-error",
      Effect.NOTE,
      "{commodity}的基准不是回归模型：模拟年份的用量取历史年用量，不含模型误差。",
      "The baseline of {commodity} is no regression: simulated years use what a year of the history used,"
          + " without model error."),
  /** A model that needs hourly temperatures. */
  HOURLY_MODEL(
      "assessment.hourly-model",
      Effect.BLOCK,
      "{commodity}的基准模型需要逐时气温，前期评估只模拟日均气温；请改用按日或按账单的方法。",
      "The baseline of {commodity} needs hourly temperatures, while an assessment simulates daily means;"
          + " use a method for days or bills."),
  /** A driver that the history lacks on some day. */
  DRIVER_UNKNOWN(
      "assessment.driver-unknown",
      Effect.BLOCK,
      "{commodity}的基准需要 {drivers}，历史年份中有些日期没有；请补充 occupancy.csv 或 weather/ 中的数据。",
      "The baseline of {commodity} needs {drivers}, which the history lacks on some days; complete"
          + " occupancy.csv or the files in weather/."),
  /** A form whose terms the library chose. */
  FORM_BY_DEFAULT(
      "assessment.form-by-default",
      Effect.NOTE,
      "合同模式 {form} 的参数由本库按约定取值：{whyZh}；不是任何标准的规定，请按实际谈判条件填写 forms。",
      "The terms of {form} were chosen by the library: {why}. No rule says so; state what is negotiated under"
          + " forms."),
  /** A form that cannot be settled. */
  FORM_REFUSED(
      "assessment.form-refused",
      Effect.NOTE,
      "合同模式 {form} 在模拟中无法结算（{reasonZh}），未列出其现金流。",
      "{form} cannot be settled in the simulation ({reason}); it has no cash flow."),
  /** Where the rule of terms was read. */
  TERM_RULE_SOURCE(
      "assessment.term-rule-source",
      Effect.NOTE,
      "{place}期限规则引自 {source}（可信度 {trust}），文字有两种读法，并列给出；适用前请核对原文。",
      "The term rule of {place} is quoted from {source} (trust {trust}); its words can be read in two ways,"
          + " shown side by side; check the document before relying on it.");

  private final String code;
  private final Effect defaultEffect;
  private final String zh;
  private final String en;

  AssessmentFinding(String code, Effect defaultEffect, String zh, String en) {
    this.code = code;
    this.defaultEffect = defaultEffect;
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Effect defaultEffect() {
    return defaultEffect;
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
