package org.emcsettlement.baseline.solve;

/**
 * The two columns of a {@link SplitHinge} at one break, made orthonormal to each other and to the
 * given columns.
 */
public final class SplitSide {

  /** No columns: explains nothing. */
  public static final SplitSide NONE = new SplitSide(new double[0], new double[0], 0, 0);

  /** Below this part of a column nothing of it is its own. */
  private static final double SINGULAR = 1e-10;

  private final double[] first;
  private final double[] second;
  private final double towardsFirst;
  private final double towardsSecond;

  /**
   * Two orthonormal columns q1, q2, each a raw column less its part along the given ones.
   *
   * @param first the given columns times the raw part of q1
   * @param second the given columns times the raw part of q2
   * @param towardsFirst q1 times what is fitted
   * @param towardsSecond q2 times what is fitted
   */
  SplitSide(double[] first, double[] second, double towardsFirst, double towardsSecond) {
    this.first = first;
    this.second = second;
    this.towardsFirst = towardsFirst;
    this.towardsSecond = towardsSecond;
  }

  /**
   * What this side explains alone.
   *
   * @return by how much it lowers the sum of squared residuals of the given columns
   */
  public double explained() {
    return towardsFirst * towardsFirst + towardsSecond * towardsSecond;
  }

  /**
   * What this side and another explain together.
   *
   * @param other a side of the same rows and given columns that shares no row with this one
   * @return by how much both lower the sum of squared residuals of the given columns
   */
  public double explainedWith(SplitSide other) {
    // without shared rows, all that the sides have in common is along the given columns
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int k = 0; k < Math.min(first.length, other.first.length); k++) {
      a -= first[k] * other.first[k];
      b -= first[k] * other.second[k];
      c -= second[k] * other.first[k];
      d -= second[k] * other.second[k];
    }
    double ownFirst = 1 - a * a - c * c;
    double left = other.towardsFirst - a * towardsFirst - c * towardsSecond;
    double explained = explained();
    double shared = -a * b - c * d;
    double ownSecond = 1 - b * b - d * d;
    double leftSecond = other.towardsSecond - b * towardsFirst - d * towardsSecond;
    if (ownFirst > SINGULAR) {
      explained += left * left / ownFirst;
      ownSecond -= shared * shared / ownFirst;
      leftSecond -= shared * left / ownFirst;
    }
    return ownSecond > SINGULAR ? explained + leftSecond * leftSecond / ownSecond : explained;
  }
}
