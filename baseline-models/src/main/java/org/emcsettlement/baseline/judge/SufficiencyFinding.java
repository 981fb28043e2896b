package org.emcsettlement.baseline.judge;

import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.FindingCode;

/** The catalogue of findings about the data of a fit, beside those of {@link FitFinding}. */
public enum SufficiencyFinding implements FindingCode {
  /** A baseline period that is too long. */
  LONG_PERIOD(
      "fit.long-period",
      Effect.PROVISIONAL,
      "基期有 {span} 天，多于 {needed} 天；请截取一年。",
      "The baseline period has {span} days, more than {needed}; cut it to a year."),
  /** Too many days without use. */
  MISSING_USE(
      "fit.missing-use",
      Effect.PROVISIONAL,
      "基期 {span} 天中只有 {days} 天有用量，低于 {needed}。",
      "Only {days} of {span} days of the baseline period have use, less than {needed}."),
  /** Too many days without temperature. */
  MISSING_TEMPERATURE(
      "fit.missing-temperature",
      Effect.PROVISIONAL,
      "基期 {span} 天中只有 {days} 天有足够的气温，低于 {needed}。",
      "Only {days} of {span} days of the baseline period have enough temperatures, less than {needed}."),
  /** A calendar month without enough temperatures. */
  MONTH_TEMPERATURE(
      "fit.month-temperature",
      Effect.PROVISIONAL,
      "{month} 月只有 {share} 的日子有气温，低于 {needed}；该月的气候没有代表性。",
      "Only a share of {share} of the days of month {month} has a temperature, less than {needed}; the month's"
          + " weather is not represented."),
  /** Days with half of their temperatures or less. */
  DAY_TEMPERATURE(
      "fit.day-temperature",
      Effect.NOTE,
      "{count} 天（首日 {first}）的逐时气温不足 {needed}，日平均气温不可用。",
      "{count} days, the first of them {first}, have hourly temperatures for no more than {needed} of their"
          + " hours; they have no daily mean."),
  /** Negative use. */
  NEGATIVE_USE(
      "fit.negative-use",
      Effect.PROVISIONAL,
      "{count} 个用量为负（首个 {first}）；可能存在光伏上网或表计错误。",
      "{count} values are negative, the first on {first}; there may be net metering or a faulty meter."),
  /** Zeros of electricity that were taken as missing. */
  ZERO_MISSING(
      "fit.zero-use-missing",
      Effect.NOTE,
      "{count} 个零电量（首个 {first}）按缺失处理。",
      "{count} zeros of electricity, the first on {first}, were taken as missing."),
  /** Zeros of electricity that were kept. */
  ZERO_KEPT(
      "fit.zero-use-kept",
      Effect.NOTE,
      "{count} 个零电量（首个 {first}）按真实用量保留；停电或缺抄请改为缺失。",
      "{count} zeros of electricity, the first on {first}, were kept as true; make them missing if the meter"
          + " was off or not read."),
  /** Extreme values. */
  EXTREME_VALUES(
      "fit.extreme-values",
      Effect.NOTE,
      "{count} 个日均用量超出 {low} 至 {high}（四分位 {lowerQuartile} 与 {upperQuartile}，中位数 {median}，最大"
          + " {largest}）；请人工复核。",
      "{count} values of use per day lie outside {low} to {high} (quartiles {lowerQuartile} and"
          + " {upperQuartile}, median {median}, largest {largest}); review them."),
  /** Values that repeat. */
  REPEATED_VALUES(
      "fit.repeated-values",
      Effect.PROVISIONAL,
      "{count} 个用量中只有 {distinct} 个不同值，低于 {needed}；读数可能是填充的。",
      "Only {distinct} of {count} values of use are distinct, less than {needed}; readings may have been"
          + " filled in."),
  /** Billing periods of unusual length. */
  OFF_CYCLE(
      "fit.off-cycle-read",
      Effect.NOTE,
      "{count} 个账期（首个 {first}）短于 {least} 天或长于 {most} 天，未计入。",
      "{count} billing periods, the first from {first}, are shorter than {least} or longer than {most} days"
          + " and were left out."),
  /** Estimated bills that were merged. */
  ESTIMATES_MERGED(
      "fit.estimates-merged",
      Effect.NOTE,
      "{count} 张估抄账单（首张 {first}）与其后的实抄账单合并；估抄天数在充足性判断中按缺失计。",
      "{count} estimated bills, the first from {first}, were merged with the bill that was read after them;"
          + " their days count as missing."),
  /** Estimated bills that cannot be merged. */
  ESTIMATES_UNMERGED(
      "fit.estimates-unmerged",
      Effect.NOTE,
      "{count} 张估抄账单（首张 {first}）在 {most} 天内没有实抄账单，与其后的账单一并未计入。",
      "{count} estimated bills, the first from {first}, are not followed by a bill that was read within"
          + " {most} days; they and the bill after them were left out."),
  /** An annual total that is not the sum of its months. */
  ANNUAL_TOTAL(
      "fit.annual-total",
      Effect.PROVISIONAL,
      "{year} 年填报总量 {reported} 与各月之和 {sum} 相差 {share}，超过 {needed}；以票据原件为准。",
      "The total {reported} reported for {year} differs from the sum {sum} of its months by {share}, more"
          + " than {needed}; the original bills count."),
  /** A cost that does not reconcile. */
  COST_QUANTITY(
      "fit.cost-quantity",
      Effect.PROVISIONAL,
      "费用 {cost} ÷ 单价 {price} = {quotient}，与数量 {quantity} 不符。",
      "Cost {cost} / unit price {price} = {quotient} does not reconcile with the quantity {quantity}."),
  /** A year that differs from the one before. */
  YEAR_ON_YEAR(
      "fit.year-on-year",
      Effect.NOTE,
      "{year} 年总量 {total} 较上年 {before} 变化 {share}，超过 {needed}；请说明原因。",
      "The total {total} of {year} differs from {before} of the year before by {share}, more than {needed};"
          + " give the reason."),
  /** A month that differs from the same month of the year before. */
  SAME_MONTH(
      "fit.same-month",
      Effect.NOTE,
      "{year} 年 {month} 月 {value} 较上年同月 {before} 变化 {share}，超过 {needed}。",
      "{value} of month {month} of {year} differs from {before} of the same month of the year before by"
          + " {share}, more than {needed}."),
  /** Heating electricity of zero. */
  HEATING_ZERO(
      "fit.heating-zero",
      Effect.PROVISIONAL,
      "{year} 年有供暖，但采暖用电为零或未填；请分项计量或估算。",
      "There is heating in {year}, but its electricity is zero or not given; meter or estimate it."),
  /** An indicator outside the plausible range. */
  IMPLAUSIBLE(
      "fit.implausible",
      Effect.PROVISIONAL,
      "{year} 年{indicatorZh} {value} {unit} 超出合理范围 {low} 至 {high}。",
      "{indicator} of {year}, {value} {unit}, lies outside the plausible range {low} to {high}.");

  private final String code;
  private final Effect effect;
  private final String zh;
  private final String en;

  SufficiencyFinding(String code, Effect effect, String zh, String en) {
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
