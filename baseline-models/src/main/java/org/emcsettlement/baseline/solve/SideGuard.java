package org.emcsettlement.baseline.solve;

/**
 * What a fit must rest on before its breaks count as identified.
 *
 * <p>On points, a sloped side holds the points strictly beyond its break, and flat points are those
 * with no hinge at all. Each bound moves one way with the break, so together they leave one
 * interval of allowed breaks per side. Two things are asked for even with all bounds at zero,
 * because without them slope and break cannot be told apart: two distinct positions per sloped side
 * and one flat point.
 *
 * @param pointsPerSlopedSide least number of points on a sloped side
 * @param degreeSumPerSlopedSide least sum, over these points, of their distance to the break;
 *     unweighted, in units of position
 * @param flatPoints least number of flat points of a form that has a flat part
 */
public record SideGuard(int pointsPerSlopedSide, double degreeSumPerSlopedSide, int flatPoints) {

  /** The guard that asks for nothing but identification. */
  public static final SideGuard NONE = new SideGuard(0, 0, 0);

  /**
   * A guard.
   *
   * @param pointsPerSlopedSide least number of points on a sloped side
   * @param degreeSumPerSlopedSide least sum of their distances to the break
   * @param flatPoints least number of flat points
   * @throws IllegalArgumentException if a bound is negative or not finite
   */
  public SideGuard {
    Arguments.notNegative("pointsPerSlopedSide", pointsPerSlopedSide);
    Arguments.notNegative("degreeSumPerSlopedSide", degreeSumPerSlopedSide);
    Arguments.notNegative("flatPoints", flatPoints);
  }
}
