package org.emcsettlement.baseline.model;

/**
 * What a method compares its candidates by.
 *
 * @param name the stable name of the criterion, e.g. {@code BIC}
 * @param value its value; infinite if errors vanish
 */
public record Score(String name, double value) {

  /** The Bayesian information criterion n·ln(SSE/n) + P·ln n; less is better. */
  public static final String BIC = "BIC";

  /** The adjusted coefficient of determination as the method counts it; more is better. */
  public static final String ADJUSTED_R2 = "adjustedR2";
}
