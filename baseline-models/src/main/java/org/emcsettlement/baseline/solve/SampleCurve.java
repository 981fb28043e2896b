package org.emcsettlement.baseline.solve;

/**
 * The hinge curve of samples: a window of the grid, seen from one side. Rows are few, so columns
 * are written out and projected one by one, and couple through themselves.
 */
final class SampleCurve implements HingeCurve {

  private final SampleGrid grid;
  private final Projection projection;
  private final Side side;
  private final int start;
  private final int cells;
  private final double[] outerHinge;

  /** The curve for breaks in a range whose ends are nodes of the grid. */
  SampleCurve(SampleGrid grid, Projection projection, Side side, BreakRange range) {
    this.grid = grid;
    this.projection = projection;
    this.side = side;
    int low = grid.find(range.low());
    int high = grid.find(range.high());
    start = side == Side.BELOW ? low : high;
    cells = high - low + 1;
    outerHinge = new double[grid.rows()];
  }

  @Override
  public int cells() {
    return cells;
  }

  /** The grid node of a cell; the side above counts down. */
  private int place(int cell) {
    return side == Side.BELOW ? start + cell : start - cell;
  }

  @Override
  public double node(int cell) {
    return side.mirror(grid.node(place(cell)));
  }

  @Override
  public double width(int cell) {
    return cell == 0 ? 0 : node(cell) - node(cell - 1);
  }

  @Override
  public int dimension() {
    return grid.rows();
  }

  @Override
  public void describe(int first, int last, Cone cone) {
    grid.hinge(side, place(last), cone.hinge);
    cone.radius = 0;
    if (first == last) {
      grid.step(side, place(last), cone.step);
    } else {
      addBlock(Math.max(0, first - 1), last, cone);
    }
    double[] root = projection.rows().rootWeight();
    cone.hingeSquare = weigh(cone.hinge, root);
    cone.stepSquare = weigh(cone.step, root);
    projection.basis().remove(cone.hinge);
    projection.basis().remove(cone.step);
    double[] residual = projection.residual();
    double hh = 0;
    double hv = 0;
    double vv = 0;
    double hr = 0;
    double vr = 0;
    for (int p = 0; p < residual.length; p++) {
      double h = cone.hinge[p];
      double v = cone.step[p];
      hh += h * h;
      hv += h * v;
      vv += v * v;
      hr += h * residual[p];
      vr += v * residual[p];
    }
    cone.hh = hh;
    cone.hv = hv;
    cone.vv = vv;
    cone.hinge[residual.length] = hr;
    cone.step[residual.length] = vr;
  }

  /** Mean step and lowered hinge of a block, from the nodes at its ends. */
  private void addBlock(int outer, int last, Cone cone) {
    double[] sag = new double[grid.rows()];
    double[] root = projection.rows().rootWeight();
    grid.hinge(side, place(outer), outerHinge);
    double length = node(last) - node(outer);
    grid.sag(Math.min(place(outer), place(last)), Math.max(place(outer), place(last)), sag);
    for (int p = 0; p < sag.length; p++) {
      cone.step[p] = (cone.hinge[p] - outerHinge[p]) / length;
      cone.hinge[p] -= sag[p];
    }
    cone.radius = Math.sqrt(weigh(sag, root));
  }

  /** Multiplies the first entries by the root weights; returns their squared length. */
  private static double weigh(double[] column, double[] root) {
    double square = 0;
    for (int p = 0; p < root.length; p++) {
      column[p] *= root[p];
      square += column[p] * column[p];
    }
    return square;
  }
}
