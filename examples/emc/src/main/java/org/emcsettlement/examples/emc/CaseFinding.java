package org.emcsettlement.examples.emc;

import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.FindingCode;

/** The catalogue of findings about the folder of one building in a study of many. */
enum CaseFinding implements FindingCode {
  /** The folder has no meter. */
  NO_METER(
      "case.no-meter",
      Effect.BLOCK,
      "文件夹中没有 meter.csv 或 meter.csv.gz。",
      "The folder has neither meter.csv nor meter.csv.gz."),
  /** What the meter counts cannot be told. */
  UNKNOWN_COMMODITY(
      "case.unknown-commodity",
      Effect.BLOCK,
      "列名和 meta.json 都没有说明表计的品种；请将数值列写成 value_kwh、value_m3 或 value_gj，"
          + "或在 meta.json 中写明 commodity。",
      "Neither column names nor meta.json say what the meter counts; name the value column value_kwh,"
          + " value_m3 or value_gj, or give commodity in meta.json."),
  /** The description of the building is no JSON object. */
  META_UNREADABLE(
      "case.meta-unreadable",
      Effect.NOTE,
      "meta.json 不是有效的 JSON 对象，未使用。",
      "meta.json is no valid JSON object; it is not used."),
  /** The headcount is told in words of somebody else. */
  HEADCOUNT_CHOSEN(
      "case.headcount-chosen",
      Effect.NOTE,
      "meta.json 的 headcount 没有 users，采用其中唯一的数 {key} = {value}。",
      "headcount in meta.json has no users; its only number, {key} = {value}, is taken."),
  /** The headcount is not one number. */
  HEADCOUNT_UNCLEAR(
      "case.headcount-unclear",
      Effect.NOTE,
      "meta.json 的 headcount 不是正数，也没有唯一的数，未使用。",
      "headcount in meta.json is no positive number and has no single one; it is not used."),
  /** There is no weather. */
  NO_TEMPERATURE(
      "case.no-temperature",
      Effect.NOTE,
      "文件夹中没有 temperature.csv，模型不含气温。",
      "The folder has no temperature.csv; the model knows no weather."),
  /** The method cannot work on these data. */
  REFUSED(
      "case.method-refused",
      Effect.BLOCK,
      "方法 {method} 不适用于该文件夹的数据：{reason}",
      "Method {method} does not suit the data of this folder: {reason}"),
  /** A fault of the program. */
  FAULT("case.internal-error", Effect.BLOCK, "程序故障：{reason}", "A fault of the program: {reason}");

  private final String code;
  private final Effect effect;
  private final String zh;
  private final String en;

  CaseFinding(String code, Effect effect, String zh, String en) {
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
