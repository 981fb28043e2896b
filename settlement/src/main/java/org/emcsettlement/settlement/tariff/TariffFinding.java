package org.emcsettlement.settlement.tariff;

import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.FindingCode;

/** The catalogue of findings about tariffs and the readings that their bills need. */
public enum TariffFinding implements FindingCode {
  /** A tariff that a clause names and the folder does not hold. */
  UNKNOWN(
      "tariff.unknown",
      Effect.BLOCK,
      "条款 {clause} 的电价（水价）表 {tariff} 不在 tariffs/ 中，或不是 {commodity} 的；请补充 tariffs/{tariff}.json。",
      "Tariff {tariff} of clause {clause} is not in tariffs/ or not one of {commodity}; add"
          + " tariffs/{tariff}.json."),
  /** A service date without a version. */
  GAP(
      "tariff.gap",
      Effect.BLOCK,
      "价表 {tariff} 在 {date} 没有有效版本；请补充该日的版本。",
      "Tariff {tariff} has no version in force on {date}; add it."),
  /** Two versions on one date. */
  OVERLAP(
      "tariff.overlap",
      Effect.BLOCK,
      "价表的两个版本自 {date} 起同时有效；前一版本的 to 应不晚于后一版本的 from。",
      "Two versions of the tariff hold from {date}; the earlier one must end before the later begins."),
  /** A version that ends before it begins. */
  DATES(
      "tariff.dates",
      Effect.BLOCK,
      "版本的截止日 {to} 不晚于生效日 {from}。",
      "A version ends on {to}, not after its start {from}."),
  /** Prices whose source nobody has checked. */
  UNVERIFIED(
      "tariff.unverified",
      Effect.NOTE,
      "{from} 起的价格未经核对原文（{source}）；请以价格文件为准。",
      "The prices from {from} were not checked against their source ({source})."),
  /** A price or volume in a unit that does not fit. */
  UNIT(
      "tariff.unit",
      Effect.BLOCK,
      "{value} 每 {unit} 不能精确换算为每 {expected}；请改用可精确换算的单位。",
      "{value} per {unit} does not convert exactly to {expected}; write it in a unit that does."),
  /** Two charges with one id. */
  CHARGE_TWICE("tariff.charge-twice", Effect.BLOCK, "费用项 {id} 重复。", "Charge {id} is given twice."),
  /** Two full prices of one thing, or an adder to nothing. */
  TWO_PRICES(
      "tariff.two-prices",
      Effect.BLOCK,
      "费用项 {id}：加价（ADDER）须另有基本价格，全价（FULL_PRICE）则不得另有分时价格。",
      "Charge {id}: an ADDER needs an energy price to come on top of, a FULL_PRICE must stand without a"
          + " time-of-use price."),
  /** A charge that refers to one that is not there. */
  UNKNOWN_CHARGE(
      "tariff.unknown-charge",
      Effect.BLOCK,
      "费用项 {id} 引用的 {charge} 不存在，或不在其之前计算，或不是单一价格。",
      "Charge {id} refers to {charge}, which does not exist, comes later or has no single price."),
  /** Tiers whose bounds do not rise. */
  TIERS(
      "tariff.tiers",
      Effect.BLOCK,
      "费用项 {id} 的分档重叠或不连续：上限必须依次增大，只有最后一档没有上限。",
      "The tiers of {id} overlap or leave a gap: upper bounds must rise and only the last has none."),
  /** Tiers that differ between time bands although the whole quantity is tiered. */
  TIER_BOUNDS(
      "tariff.tier-bounds",
      Effect.BLOCK,
      "费用项 {id} 按总量分档，各时段的档数和分档量必须相同。",
      "Charge {id} tiers the whole quantity: every time band must have the same number and bounds of"
          + " tiers."),
  /** Tiers that cannot be counted so. */
  TIER_BASIS(
      "tariff.tier-basis",
      Effect.BLOCK,
      "费用项 {id}：按年累计分档只能按总量（TOTAL）逐档（MARGINAL）计价；tiers 与 tiersByBand 只写其一。",
      "Charge {id}: tiers cumulative over the year must be MARGINAL on the TOTAL; give either tiers or"
          + " tiersByBand."),
  /** A volume tier that makes more cost less. */
  VOLUME_FALLS(
      "tariff.volume-falls",
      Effect.NOTE,
      "费用项 {id} 按全量套档，用量超过 {bound} 后总额反而下降；节约量可能得到负的价值。",
      "Charge {id} prices the whole volume at its tier: beyond {bound} the total falls, so that savings may"
          + " be worth less than nothing."),
  /** Hours without a time band. */
  HOURS_UNBANDED(
      "tariff.hours-unbanded",
      Effect.BLOCK,
      "{month} 月 {day} {time} 没有时段；请补充一条规则，或以无条件的规则收尾。",
      "{time} on {day} in month {month} has no time band; add a rule, or end with one without condition."),
  /** A band that the calendar does not have, or one without a price. */
  BANDS(
      "tariff.bands",
      Effect.BLOCK,
      "费用项 {id} 的时段 {given} 应恰为 {expected}。",
      "The time bands of {id} are {given}; they must be exactly {expected}."),
  /** A reading that the bill needs. */
  READING_MISSING(
      "tariff.reading-missing",
      Effect.BLOCK,
      "价表 {tariff} 需要 {commodity} 在 {period} 的 {reading}；请补充 registers/{commodityId}.csv（时段用量也可来自逐时表计）。",
      "Tariff {tariff} needs {reading} of {commodity} in {period}; add it to registers/{commodityId}.csv"
          + " (time bands may come from an hourly meter instead)."),
  /** A look-back month that nobody read. */
  LOOK_BACK_MISSING(
      "tariff.look-back-missing",
      Effect.PROVISIONAL,
      "棘轮需要 {month} 的最大需量，registers/{commodity}.csv 没有；该月暂不计入。",
      "The ratchet looks back to {month}, whose demand registers/{commodity}.csv does not hold; that month is"
          + " left out."),
  /** Readings split by days where a tariff changes. */
  SPLIT(
      "tariff.split-by-days",
      Effect.PROVISIONAL,
      "{commodity} 的{readingZh}跨越 {period} 边界，按天拆分估算；取得换价日抄见数后应重算。",
      "The {reading} of {commodity} cross the bounds of {period} and were split by days; settle again when the"
          + " reading of that date arrives."),
  /** Registers that do not add up to the meter. */
  REGISTERS_DIFFER(
      "tariff.registers-differ",
      Effect.NOTE,
      "{commodity} 在 {period} 的分时读数合计 {bands}，表计用量为 {metered}；用量以表计为准，比例以分时读数为准。",
      "The band registers of {commodity} in {period} add up to {bands}, the meters to {metered}; the quantity"
          + " is the meters', the shares are the registers'."),
  /** A meter interval that lies in two bands. */
  INTERVAL_CROSSES_BAND(
      "tariff.interval-crosses-band",
      Effect.BLOCK,
      "表计 {meter} 的读数间隔 {instant} 跨越两个时段；请提供更密的读数或分时读数。",
      "The reading of meter {meter} at {instant} lies in two time bands; give denser readings or band"
          + " registers."),
  /** A baseline without shares of time bands. */
  PROFILE_MISSING(
      "tariff.profile-missing",
      Effect.BLOCK,
      "条款 {clause} 没有 {period} 的基准时段比例：请约定 baselineUsage.weights，或提供基准期同月的逐时读数；MODELLED"
          + " 需要逐时模型及逐时气温。",
      "Clause {clause} has no baseline shares of time bands for {period}: agree baselineUsage.weights, or give"
          + " hourly readings of that month in the baseline period; MODELLED needs a frozen model of hours and"
          + " hourly temperatures."),
  /** A baseline without what the tariff bills. */
  BASELINE_TERM(
      "tariff.baseline-term",
      Effect.BLOCK,
      "价表 {tariff} 计收需量电费，条款 {clause} 必须约定 {term}。",
      "Tariff {tariff} bills demand, so clause {clause} must agree {term}."),
  /** A tariff year that is not the contract year. */
  YEAR_START(
      "tariff.year-start",
      Effect.BLOCK,
      "价表 {tariff} 按年累计分档（自 {start} 起），但合同年（或服务期首年）自 {anchor} 起；两者须同日开始，用量才能累计。",
      "Tariff {tariff} counts tiers over years from {start}, the contract year or its service begins on"
          + " {anchor}; they must begin together for quantities to be counted."),
  /** A method that the tariff has no price for. */
  NO_UNIT_PRICE(
      "tariff.no-unit-price",
      Effect.BLOCK,
      "价表 {tariff} 含阶梯或累进价格，没有单一单价；条款 {clause} 请改用 BILL_DIFFERENCE 或 MARGINAL_PRICE。",
      "Tariff {tariff} has tiers and no single unit price; clause {clause} should use BILL_DIFFERENCE or"
          + " MARGINAL_PRICE."),
  /** An average over nothing. */
  NO_AVERAGE(
      "tariff.no-average",
      Effect.BLOCK,
      "{period} 的用量为零，没有平均单价；条款 {clause} 请改用其他计价方法。",
      "The quantity of {period} is zero, so there is no average price; use another method in {clause}.");

  private final String code;
  private final Effect effect;
  private final String zh;
  private final String en;

  TariffFinding(String code, Effect effect, String zh, String en) {
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
