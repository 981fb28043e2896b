package org.emcsettlement.baseline.institution;

import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.FindingCode;

/** The catalogue of findings about water meters, leaks and water baselines. */
public enum WaterFinding implements FindingCode {
  /** A leak that ended. */
  LEAK(
      "water.leak",
      Effect.PROVISIONAL,
      "{from} 至 {to}（不含）持续有额外流量，每日 {rate}（标准误差 {error}），合计约 {quantity}，无人日也不停止："
          + "漏损，或未记录的连续用水（灌溉、补水、住宿）。漏损量不计入基准，也不算节水；请核查维修记录并在 events.json 中登记。",
      "From {from} until {to} water ran without a pause, {rate} a day more than usual (standard error"
          + " {error}), {quantity} in all: a leak, or steady use that is not recorded (irrigation,"
          + " refilling, lodging). Lost water is no part of a baseline and no saving; check the repair"
          + " record and enter it in events.json."),
  /** A leak that goes on. */
  LEAK_OPEN(
      "water.leak-open",
      Effect.PROVISIONAL,
      "自 {from} 起持续有额外流量，每日 {rate}（标准误差 {error}），至 {to} 数据结束仍未停止，累计约 {quantity}：疑似漏损，请立即检查。"
          + "漏损量不计入基准，也不算节水。",
      "Since {from} water has run without a pause, {rate} a day more than usual (standard error"
          + " {error}), and still did when the data end on {to}, {quantity} so far: look for the leak now."
          + " Lost water is no part of a baseline and no saving."),
  /** A few days far above anything usual. */
  BURST(
      "water.burst",
      Effect.PROVISIONAL,
      "{from} 至 {to}（不含）用量每日比平常多 {rate}，合计约 {quantity}，超过平常使用日的 {times} 倍：爆管、集中放水或读数错误；"
          + "不计入基准，请核查。",
      "From {from} until {to} use was {rate} a day above the usual, {quantity} in all, more than {times}"
          + " times an occupied day: a burst, a filling or a wrong reading; it is left out of the"
          + " baseline, check it."),
  /** A day that holds the use of days before it. */
  CATCH_UP(
      "water.catch-up",
      Effect.NOTE,
      "{from} 的读数补记了此前 {silent} 天缺失的用量（比平常多 {quantity}），不作为单日用量使用。",
      "The reading of {from} holds the use of {silent} days without one before it ({quantity} more than"
          + " usual); it is not used as a day's use."),
  /** Use below zero. */
  RESET(
      "water.reset",
      Effect.PROVISIONAL,
      "{from} 的用量为负（{rate}）：换表或表计归零；该日不使用，请提供换表记录。",
      "Use on {from} is negative ({rate}): the meter was exchanged or reset; the day is not used, supply"
          + " the record of the exchange."),
  /** A meter that stands still while the building uses water. */
  DEAD_METER(
      "water.dead-meter",
      Effect.PROVISIONAL,
      "{from} 至 {to}（不含）读数始终为 {value}，而同期应每日用水约 {expected}：表计停走、通讯中断或建筑关闭；"
          + "这些天两侧均不计入，用量偏低不算节水，请核查。",
      "From {from} until {to} every reading is {value} where about {expected} a day is expected: the meter"
          + " stands still, readings were made up, or the building was closed. These days count on"
          + " neither side and are no saving; check them."),
  /** How many days a baseline leaves out. */
  LEFT_OUT(
      "water.days-left-out",
      Effect.NOTE,
      "基准未使用 {count} 天（共 {size} 天），因 {events} 项漏损或表计事件；首日 {first}，末日 {last}。",
      "The baseline leaves out {count} of {size} days because of {events} leaks and meter events; first"
          + " {first}, last {last}."),
  /** A reporting period judged by its own usual flow. */
  OWN_LEVEL(
      "water.own-level",
      Effect.NOTE,
      "没有基期 {baseline} 的逐日用水数据，漏损以 {period} 自身的最低四分之一时段为准；若整个期间都在漏损则无法识别。",
      "There is no daily use of the baseline period {baseline}, so leaks are judged by the best quarter of"
          + " {period} itself; one that runs all the time is not seen."),
  /** A baseline on the smaller part of its days. */
  MOSTLY_LEFT_OUT(
      "water.mostly-left-out",
      Effect.PROVISIONAL,
      "漏损与表计事件占 {count} 天，超过全部 {size} 天的一半；何为正常用量须由双方确认，或另选基期。",
      "Leaks and meter events take {count} of {size} days, more than half; the parties should agree on"
          + " what is usual, or choose another baseline period.");

  private final String code;
  private final Effect effect;
  private final String zh;
  private final String en;

  WaterFinding(String code, Effect effect, String zh, String en) {
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
