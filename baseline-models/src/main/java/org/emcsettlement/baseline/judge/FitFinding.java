package org.emcsettlement.baseline.judge;

import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.FindingCode;

/** The catalogue of findings about fits. */
public enum FitFinding implements FindingCode {
  /** Not enough observations for any model. */
  TOO_FEW(
      "fit.too-few-observations",
      Effect.BLOCK,
      "只有 {count} 个可用观测，至少需要 {needed} 个；请补充数据或放宽基期。",
      "Only {count} observations can be used, {needed} are needed; add data or widen the baseline"
          + " period."),
  /** Use never changes. */
  CONSTANT_USE(
      "fit.constant-use",
      Effect.PROVISIONAL,
      "基期内用量没有变化，模型没有意义；请检查表计。",
      "Use does not vary in the baseline period, so a model says nothing; check the meter."),
  /** Every candidate was rejected. */
  NO_CANDIDATE(
      "fit.no-candidate",
      Effect.BLOCK,
      "所有候选模型都被否决：{reasons}",
      "Every candidate was rejected: {reasons}"),
  /** A driver that is a combination of others. */
  CLASHING_COLUMNS(
      "fit.clashing-columns",
      Effect.PROVISIONAL,
      "驱动因素 {column} 与 {others} 线性相关，未纳入模型。",
      "Driver {column} is a linear combination of {others}; it was left out of the model."),
  /** A driver that does not vary. */
  CONSTANT_DRIVER(
      "fit.constant-driver",
      Effect.NOTE,
      "驱动因素 {column} 在 {period} 始终为 {value}，其作用已含在常数项中，未纳入模型；今后若有变化，基准不会随之调整，请约定按驱动因素调整，"
          + "或登记为静态因素。",
      "Driver {column} is {value} throughout {period}: the constant carries it, so it was left out of the"
          + " model. The baseline will not follow it when it changes; agree on a driver adjustment, or"
          + " record it as a static factor."),
  /** Temperatures by day for a model of hours. */
  NO_HOURLY_TEMPERATURE(
      "fit.no-hourly-temperature",
      Effect.BLOCK,
      "逐时模型需要逐时气温，该文件只有逐日值；请提供逐时气温或改用逐日方法。",
      "A model of hours needs hourly temperatures, the file has daily ones; supply them, or use a"
          + " daily method."),
  /** A driver that the evidence does not have. */
  UNKNOWN_DRIVER(
      "fit.unknown-driver",
      Effect.BLOCK,
      "证据中没有驱动因素 {driver}；可用：{known}。",
      "The evidence has no driver {driver}; it has {known}."),
  /** Drivers that a method does not know. */
  DRIVERS_LEFT_OUT(
      "fit.drivers-left-out",
      Effect.PROVISIONAL,
      "方法 {method} 只用气温，驱动因素 {drivers} 未纳入模型。",
      "Method {method} knows no driver but temperature; {drivers} were left out of the model."),
  /** A model on mean temperatures of billing periods. */
  MEAN_TEMPERATURE(
      "fit.mean-temperature",
      Effect.NOTE,
      "按账期平均气温建模会低估斜率（度日数应按日平均气温计算），仅用于对比，不能冻结用于结算。",
      "A change-point model on mean temperatures of billing periods underrates slopes (degree days belong"
          + " to daily temperatures); it serves comparison and cannot be frozen for settlement."),
  /** A criterion that is missed. */
  CRITERION_MISSED(
      "fit.criterion-missed",
      Effect.PROVISIONAL,
      "{statistic} = {value}，未达到 {set} 要求的 {relation} {threshold}。",
      "{statistic} = {value} misses {relation} {threshold} of {set}."),
  /** A criterion quoted from memory. */
  CRITERION_UNVERIFIED(
      "fit.criterion-unverified",
      Effect.NOTE,
      "判据集 {set} 的数值未核对标准原文（{source}）。",
      "The values of criteria set {set} were not checked against the standard's text ({source})."),
  /** Too many days without data. */
  COVERAGE(
      "fit.coverage",
      Effect.PROVISIONAL,
      "基期 {span} 天中只有 {days} 天有可用数据，低于 {needed}。",
      "Only {days} of {span} days of the baseline period have data, less than {needed}."),
  /** A baseline period that is too short. */
  SHORT_PERIOD(
      "fit.short-period",
      Effect.PROVISIONAL,
      "基期只有 {span} 天，少于 {needed} 天，未覆盖一年的气候。",
      "The baseline period has {span} days, fewer than {needed}; it does not cover a year's weather."),
  /** Few observations. */
  FEW_OBSERVATIONS(
      "fit.few-observations",
      Effect.PROVISIONAL,
      "只有 {count} 个观测，少于 {needed} 个。",
      "There are {count} observations, fewer than {needed}."),
  /** Few degrees of freedom. */
  FEW_FREEDOM(
      "fit.few-degrees-of-freedom",
      Effect.PROVISIONAL,
      "观测数减参数数为 {freedom}，少于 {needed}；拟合优度没有意义。",
      "Observations less parameters are {freedom}, fewer than {needed}; the quality of the fit means"
          + " little."),
  /** Slopes that the data leave open. */
  OPEN_SLOPES(
      "fit.open-slopes",
      Effect.NOTE,
      "数据不能确定以下斜率：{slopes}；取系数平方和最小的解，已观测条件内的预测不受影响。",
      "The data do not determine these slopes: {slopes}; the solution with the smallest sum of squares is"
          + " taken, predictions within what was seen do not depend on it."),
  /** Hours of the week without data. */
  UNSEEN_HOURS(
      "fit.unseen-hours",
      Effect.BLOCK,
      "每周的以下时段在基期内没有数据，无法预测：{hours}。",
      "These hours of the week have no data in the baseline period and no prediction: {hours}."),
  /** Months without data. */
  UNSEEN_MONTHS(
      "fit.unseen-months",
      Effect.BLOCK,
      "以下月份及其前后月在基期内没有数据，无法预测：{months}。",
      "These months and those before and after them have no data in the baseline period and no"
          + " prediction: {months}."),
  /** Errors that follow each other. */
  AUTOCORRELATION(
      "fit.autocorrelation",
      Effect.NOTE,
      "残差一阶自相关 {rho}，有效观测数由 {count} 降为 {effective}，区间已相应放大。",
      "Residuals have lag-1 autocorrelation {rho}: {count} observations count as {effective}; intervals"
          + " are widened accordingly."),
  /** Constant use below zero. */
  NEGATIVE_BASE(
      "fit.negative-base",
      Effect.NOTE,
      "模型的日基础用量为负（{value}）；请检查驱动因素。",
      "The model's base use per day is negative ({value}); check the drivers.");

  private final String code;
  private final Effect effect;
  private final String zh;
  private final String en;

  FitFinding(String code, Effect effect, String zh, String en) {
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
