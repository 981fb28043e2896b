package org.emcsettlement.settlement.indicator;

import org.emcsettlement.core.finding.Named;

/** The indicators of a year. */
public enum Indicator implements Named {
  /** Comprehensive energy consumption, water not counted [kgce]. */
  ENERGY_TOTAL("综合能耗", "comprehensive energy", "kgce"),
  /** Energy by floor area [kgce/m²]. */
  ENERGY_PER_AREA("单位建筑面积能耗", "energy per area", "kgce/m2"),
  /** Energy without heating and vehicles by floor area [kgce/m²]. */
  NON_HEATING_PER_AREA("单位建筑面积非供暖能耗", "non-heating energy per area", "kgce/m2"),
  /** Heating energy by heated area [kgce/m²]. */
  HEATING_PER_AREA("单位建筑面积供暖能耗", "heating energy per heated area", "kgce/m2"),
  /** Electricity without heating by floor area [kWh/m²]. */
  ELECTRICITY_PER_AREA("单位建筑面积电耗（不含供暖）", "electricity per area, without heating", "kWh/m2"),
  /** Energy by headcount [kgce/person]. */
  ENERGY_PER_PERSON("人均综合能耗", "energy per person", "kgce/person"),
  /** Mains and well water [m³]. */
  WATER_TOTAL("用水总量", "water", "m3"),
  /** Water by persons [m³/person]. */
  WATER_PER_PERSON("人均用水量", "water per person", "m3/person"),
  /** Water by bed-days [L/(bed·d)]. */
  WATER_PER_BED_DAY("床日均用水量", "water per bed and day", "L/(bed·d)"),
  /** Water by floor area [m³/m²]. */
  WATER_PER_AREA("单位面积用水量", "water per area", "m3/m2"),
  /** Carbon dioxide of energy, purchased electricity at the named factor [kgCO2]. */
  CARBON_TOTAL("二氧化碳排放", "carbon dioxide", "kgCO2"),
  /** Carbon dioxide by floor area [kgCO2/m²]. */
  CARBON_PER_AREA("单位建筑面积二氧化碳排放", "carbon dioxide per area", "kgCO2/m2"),
  /** Carbon dioxide by headcount [kgCO2/person]. */
  CARBON_PER_PERSON("人均二氧化碳排放", "carbon dioxide per person", "kgCO2/person"),
  /** Carbon dioxide with certified green power at zero [kgCO2]. */
  CARBON_LESS_GREEN_POWER("二氧化碳排放（绿电按零计）", "carbon dioxide, green power at zero", "kgCO2"),
  /** Energy of data centres by that of their information technology. */
  DATA_CENTRE_EUE("数据中心能源使用效率 EUE", "energy usage effectiveness of data centres", "1");

  private final String zh;
  private final String en;
  private final String unit;

  Indicator(String zh, String en, String unit) {
    this.zh = zh;
    this.en = en;
    this.unit = unit;
  }

  @Override
  public String id() {
    return name();
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }

  /** {@return the unit's symbol} */
  public String unit() {
    return unit;
  }
}
