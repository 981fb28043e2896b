package org.emcsettlement.baseline.savings;

import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.FindingCode;

/** The catalogue of findings about savings as quantities. */
public enum SavingsFinding implements FindingCode {
  /** Days that count on neither side. */
  LEFT_OUT(
      "quantity.days-left-out",
      Effect.PROVISIONAL,
      "{period} 有 {count} 天两侧均不计入（{reason}；首日 {first}，末日 {last}）。",
      "{count} days of {period} are left out on both sides ({reason}; first {first}, last {last})."),
  /** Nothing is left to compare. */
  NOTHING_COUNTED(
      "quantity.nothing-counted",
      Effect.BLOCK,
      "{period} 没有一天同时有用量和全部驱动因素，无法计算节约量；请补充数据。",
      "No day of {period} has both use and all drivers, so there are no savings to count; complete the"
          + " data."),
  /** A model judged on the days it was fitted on. */
  PERIODS_OVERLAP(
      "quantity.periods-overlap",
      Effect.NOTE,
      "模型 {model} 的拟合期 {fitted} 与所比较的 {period} 重叠；重叠日的差值只是拟合残差，不是节约量。",
      "Model {model} was fitted on {fitted}, which overlaps {period}; on common days the difference is a"
          + " residual of the fit, not savings."),
  /** Conditions that the model has not seen. */
  OUT_OF_RANGE(
      "quantity.out-of-range",
      Effect.PROVISIONAL,
      "{count} 天的 {driver} 超出模型 {model} 的有效范围 {least}～{greatest}（首日 {first}：{value}），属外推。",
      "On {count} days {driver} lies outside the range {least} to {greatest} of model {model} (first"
          + " {first}: {value}); this is extrapolation."),
  /** A prediction below zero. */
  NEGATIVE_PREDICTION(
      "quantity.negative-prediction",
      Effect.NOTE,
      "模型 {model} 有 {count} 次预测为负（首次 {first}：{value}），未作截断。",
      "Model {model} predicts a negative use {count} times (first {first}: {value}); it is not clamped."),
  /** What intervals cover. */
  REGRESSION_ONLY(
      "quantity.regression-error-only",
      Effect.NOTE,
      "除“年际变化”外，区间只反映回归误差，不含计量误差、模型形式和非常规变化的不确定度。",
      "All intervals but that for change from year to year cover regression error only, not errors"
          + " of meters, of the model's form or of non-routine changes."),
  /** A model without errors. */
  NO_INTERVAL(
      "quantity.no-interval",
      Effect.NOTE,
      "模型 {model} 没有误差信息，无法给出区间。",
      "Model {model} keeps no errors, so there is no interval."),
  /** Months of the history that lack data. */
  NORMAL_YEAR_GAP(
      "quantity.normal-year-gap",
      Effect.PROVISIONAL,
      "标准年的历史 {period} 中有 {count} 个月缺数超过十分之一的天数，未计入平均：{months}。",
      "{count} months of the history {period} lack more than a tenth of their days and are left out of"
          + " the normal year: {months}."),
  /** Days that months of a history lack. */
  NORMAL_YEAR_DAYS(
      "quantity.normal-year-days",
      Effect.NOTE,
      "标准年的历史 {period} 中有 {count} 天缺气温或驱动因素（{months}），按当月其余天的日均值计。",
      "{count} days of the history {period} lack a temperature or driver ({months}); the daily mean of"
          + " the month's other days stands for them."),
  /** A month that no year of the history has. */
  NORMAL_YEAR_MONTH(
      "quantity.normal-year-month",
      Effect.BLOCK,
      "标准年的历史 {period} 中没有一年有可用的 {months} 月；请补充气象或驱动因素数据。",
      "No year of the history {period} has month {months} with nine tenths of its days; complete the"
          + " weather or the drivers."),
  /** Days without a driver that is carried through. */
  COVARIATE_GAP(
      "quantity.covariate-gap",
      Effect.PROVISIONAL,
      "{period} 有 {count} 天没有 {regressor}，标准年按其余天的日均值计。",
      "{count} days of {period} have no {regressor}; the normal year takes the daily mean of the others."),
  /** A month without a driver that is carried through. */
  COVARIATE_MONTH(
      "quantity.covariate-month",
      Effect.BLOCK,
      "{period} 的 {months} 月没有 {regressor}，无法带入标准年；请补充或改用其他期间。",
      "Month {months} of {period} has no {regressor} to carry into the normal year; complete it or take"
          + " another period.");

  private final String code;
  private final Effect effect;
  private final String zh;
  private final String en;

  SavingsFinding(String code, Effect effect, String zh, String en) {
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
