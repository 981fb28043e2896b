package org.emcsettlement.baseline.event;

import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.FindingCode;

/** The catalogue of findings about non-routine events and their adjustments. */
public enum EventFinding implements FindingCode {
  /** A change that stays. */
  LEVEL_SHIFT(
      "event.level-shift",
      Effect.NOTE,
      "{within}自 {from} 起用量水平变化 {percent} %（每日 {effect}，标准误差 {error}，t = {statistic}）；"
          + "若有原因，请在 events.json 中记录。数据未作任何改动。",
      "In the {within} the level of use changed by {percent} % from {from} on ({effect} a day, standard"
          + " error {error}, t = {statistic}); if there is a cause, record it in events.json. Nothing"
          + " was changed in the data."),
  /** A change that ended. */
  TEMPORARY(
      "event.temporary",
      Effect.NOTE,
      "{within} {from} 至 {to}（不含）用量暂时变化 {percent} %（每日 {effect}，标准误差 {error}，t = {statistic}）；"
          + "若有原因，请在 events.json 中记录。数据未作任何改动。",
      "In the {within} use changed by {percent} % from {from} until {to} ({effect} a day, standard error"
          + " {error}, t = {statistic}); if there is a cause, record it in events.json. Nothing was"
          + " changed in the data."),
  /** A slow change. */
  DRIFT(
      "event.drift",
      Effect.NOTE,
      "{within} {from} 至 {to}（不含）用量逐渐变化，最终 {percent} %（每日 {effect}，标准误差 {error}，t = {statistic}）；"
          + "请检查表计与设备。数据未作任何改动。",
      "In the {within} use drifted from {from} until {to}, by {percent} % in the end ({effect} a day,"
          + " standard error {error}, t = {statistic}); check meter and equipment. Nothing was changed"
          + " in the data."),
  /** Readings in another unit. */
  UNIT_CHANGE(
      "event.unit-change",
      Effect.PROVISIONAL,
      "{within}自 {from} 起读数与预期用量之比变化 {ratio} 倍，与{units}之比相符；请核对表计单位与倍率。数据未作任何改动。",
      "In the {within} readings over expected use change by a factor of {ratio} from {from} on, which"
          + " fits {units}; check unit and multiplier of the meter. Nothing was changed in the data."),
  /** Days of an event without a reading of its sub-meter. */
  SUB_METER_GAP(
      "event.sub-meter-gap",
      Effect.PROVISIONAL,
      "调整 {id} 的分项计量缺 {count} 天读数（{first} 至 {last}），这些天没有调整。",
      "The sub-meter of adjustment {id} has no reading on {count} days ({first} to {last}); they are not"
          + " adjusted."),
  /** A static factor that changed without an event. */
  STATIC_CHANGED(
      "static.changed",
      Effect.PROVISIONAL,
      "静态因素 {factor} 自 {from} 起由 {before} 变为 {after}，events.json 中没有相应事件；请补记事件或更正记录。",
      "Static factor {factor} changed from {before} to {after} on {from} and events.json has no event for"
          + " it; record the event or correct the record."),
  /** No record of static factors in the baseline. */
  STATIC_NO_BASELINE(
      "static.no-baseline-record",
      Effect.NOTE,
      "static-factors.json 没有 {baseline} 基期内有效的记录，以最早的记录（{first}）为准。",
      "static-factors.json has no record in force in the baseline period {baseline}; the earliest one"
          + " ({first}) is compared with.");

  private final String code;
  private final Effect effect;
  private final String zh;
  private final String en;

  EventFinding(String code, Effect effect, String zh, String en) {
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
