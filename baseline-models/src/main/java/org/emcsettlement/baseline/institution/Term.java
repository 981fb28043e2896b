package org.emcsettlement.baseline.institution;

import org.emcsettlement.baseline.model.Regressor;

/**
 * A column of the model.
 *
 * @param regressor what it is
 * @param values its value on each day
 * @param role what it is for
 * @param precision its prior precision; zero for a free coefficient
 */
record Term(Regressor regressor, double[] values, Role role, double precision) {

  /** What a term is for; terms of one role enter or stay out together. */
  enum Role {
    /** The constant, the response to temperature, the linear drivers: always in. */
    CORE("基本项", "base"),
    /** The level of days of rest. */
    REST("休息日水平", "a level of days of rest"),
    /** Saturdays beside Sundays and holidays. */
    SATURDAY("周六水平", "a level of Saturdays"),
    /** Weekdays beside each other. */
    WEEKDAY("各工作日水平", "levels of weekdays"),
    /** The response to temperature on days of rest. */
    REST_SLOPE("休息日斜率", "slopes of days of rest"),
    /** Season and slow change, shrunk. */
    SHRUNK("季节与缓变项", "season and slow change");

    private final String zh;
    private final String en;

    Role(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    String zh() {
      return zh;
    }

    String en() {
      return en;
    }
  }

  static Term free(Regressor regressor, double[] values, Role role) {
    return new Term(regressor, values, role, 0);
  }
}
