package org.emcsettlement.baseline.savings;

import org.emcsettlement.core.finding.Named;

/** How a half-width is computed. All but {@link #YEAR_TO_YEAR} cover regression error only. */
public enum IntervalMethod implements Named {
  /** By the exact variance of a linear prediction. */
  REGRESSION("regression", "线性预测方差", "variance of the prediction"),
  /** By the fractional formula of ASHRAE Guideline 14 with the factor 1.26. */
  ASHRAE_14("ashrae-14", "ASHRAE 14（系数 1.26）", "ASHRAE 14, factor 1.26"),
  /** By the same formula with the factor of Sun and Baltazar, which follows the months. */
  SUN_BALTAZAR("sun-baltazar", "ASHRAE 14（系数随月数）", "ASHRAE 14, factor by months"),
  /** Regression, and what buildings change from one year to the next without any measure. */
  YEAR_TO_YEAR("year-to-year", "回归误差与年际变化", "regression and change from year to year");

  private final String id;
  private final String zh;
  private final String en;

  IntervalMethod(String id, String zh, String en) {
    this.id = id;
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String id() {
    return id;
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
