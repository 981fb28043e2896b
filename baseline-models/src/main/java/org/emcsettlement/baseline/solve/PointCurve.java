package org.emcsettlement.baseline.solve;

/**
 * The hinge curve of points. One pass over the rows in mirrored order keeps, for the rows already
 * passed, the sums of {@code w}, {@code w·(ν − ξ)} and {@code w·(ν − ξ)²} and the products of step
 * and hinge column with each basis vector and with the residual. Moving the node on only adds:
 * nothing cancels, whatever the origin of the positions.
 */
final class PointCurve implements HingeCurve {

  /** Mirrored positions, ascending; weights and carried columns are in the same order. */
  private final double[] xi;

  private final double[] weight;
  private final double[][] carried;
  private final int stride;

  private final double[] node;
  private final int[] beyond;
  private final double[] weightSum;
  private final double[] distanceSum;
  private final double[] squareSum;
  private final double[] step;
  private final double[] hinge;
  private int cells;

  /** The curve for breaks from low to high, in mirrored coordinates; empty when low is higher. */
  PointCurve(Points points, Projection projection, Side side, double low, double high) {
    xi = points.mirrored(side);
    weight = side.inOrder(projection.rows().weight());
    carried = projection.carried();
    stride = carried.length;
    for (int k = 0; k < stride; k++) {
      carried[k] = side.inOrder(carried[k]);
    }
    int capacity = low <= high ? xi.length + 2 : 0;
    node = new double[capacity];
    beyond = new int[capacity];
    weightSum = new double[capacity];
    distanceSum = new double[capacity];
    squareSum = new double[capacity];
    step = new double[capacity * stride];
    hinge = new double[capacity * stride];
    if (capacity > 0) {
      new Pass(low, high).run();
    }
  }

  /** The running sums; they live only while the curve is built. */
  private final class Pass {

    private final double low;
    private final double high;
    private final double[] v = new double[stride];
    private final double[] h = new double[stride];
    private double at = xi[0];
    private double w;
    private double s1;
    private double s2;

    Pass(double low, double high) {
      this.low = low;
      this.high = high;
    }

    void run() {
      for (int i = 0; i < xi.length && at < high; i++) {
        reach(xi[i], i);
        w += weight[i];
        for (int k = 0; k < stride; k++) {
          v[k] += carried[k][i];
        }
      }
    }

    /** Moves to the position of the next row and records the nodes on the way. */
    private void reach(double x, int rows) {
      if (cells == 0 && low <= x) {
        moveTo(low);
        record(rows);
      }
      if (cells > 0) {
        double stop = Math.min(x, high);
        if (stop > node[cells - 1]) {
          moveTo(stop);
          record(rows);
        }
      }
      moveTo(x);
    }

    private void moveTo(double x) {
      double d = x - at;
      if (d == 0) {
        return;
      }
      s2 += d * (2 * s1 + d * w);
      s1 += d * w;
      for (int k = 0; k < stride; k++) {
        h[k] += d * v[k];
      }
      at = x;
    }

    private void record(int rows) {
      node[cells] = at;
      beyond[cells] = rows;
      weightSum[cells] = w;
      distanceSum[cells] = s1;
      squareSum[cells] = s2;
      System.arraycopy(v, 0, step, cells * stride, stride);
      System.arraycopy(h, 0, hinge, cells * stride, stride);
      cells++;
    }
  }

  @Override
  public int cells() {
    return cells;
  }

  @Override
  public double node(int cell) {
    return node[cell];
  }

  @Override
  public double width(int cell) {
    return cell == 0 ? 0 : node[cell] - node[cell - 1];
  }

  /** Number of points strictly beyond any break of the cell. */
  int beyond(int cell) {
    return beyond[cell];
  }

  @Override
  public int dimension() {
    return stride - 1;
  }

  @Override
  public void describe(int first, int last, Cone cone) {
    System.arraycopy(hinge, last * stride, cone.hinge, 0, stride);
    System.arraycopy(step, first * stride, cone.step, 0, stride);
    cone.hh = squareSum[last];
    cone.hv = distanceSum[last];
    cone.vv = weightSum[first];
    cone.radius = 0;
    if (first < last) {
      addRowsBetween(first, last, cone);
    }
    cone.hingeSquare = cone.hh;
    cone.stepSquare = cone.vv;
    for (int k = 0; k < stride - 1; k++) {
      cone.hh -= cone.hinge[k] * cone.hinge[k];
      cone.hv -= cone.hinge[k] * cone.step[k];
      cone.vv -= cone.step[k] * cone.step[k];
    }
  }

  /**
   * Between the ends of a block the mean step is {@code (ν − ξ)/length}, and the hinge hangs at
   * most {@code (ξ − outer)(ν − ξ)/length} below its chord. Half of that is taken off the hinge
   * column, so that the true columns lie within the other half of the span.
   */
  private void addRowsBetween(int first, int last, Cone cone) {
    double outer = node[first] - width(first);
    double length = node[last] - outer;
    int from = beyond[first];
    int rows = beyond[last] - from;
    double[] share = new double[rows];
    double[] sag = new double[rows];
    double sagSquare = 0;
    for (int i = 0; i < rows; i++) {
      double w = weight[from + i];
      double distance = node[last] - xi[from + i];
      double part = distance / length;
      double half = part * (length - distance) / 2;
      share[i] = part;
      sag[i] = half;
      cone.hh -= 2 * w * half * distance;
      cone.hv += w * (distance * (part - 1) - half * part);
      cone.vv += w * part * part;
      sagSquare += w * half * half;
    }
    cone.hh += sagSquare;
    cone.radius = Math.sqrt(sagSquare);
    for (int k = 0; k < stride; k++) {
      cone.step[k] += Vectors.dot(share, carried[k], from);
      cone.hinge[k] -= Vectors.dot(sag, carried[k], from);
    }
  }
}
