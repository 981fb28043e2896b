package org.emcsettlement.baseline.judge;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Student's t distribution, behind which the library's only use of a distribution library stands.
 */
public final class StudentsT {

  private StudentsT() {}

  /**
   * The two-sided p value of a t statistic.
   *
   * @param t the statistic
   * @param freedom degrees of freedom, at least 1
   * @return the probability of a larger |t|
   */
  public static double twoSidedP(double t, int freedom) {
    return Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(Math.abs(t)));
  }

  /**
   * The two-sided quantile.
   *
   * @param confidence the confidence level, between 0 and 1
   * @param freedom degrees of freedom, at least 1
   * @return t such that |t| stays below it with that probability
   */
  public static double quantile(double confidence, int freedom) {
    return TDistribution.of(freedom).inverseSurvivalProbability((1 - confidence) / 2);
  }
}
