package org.emcsettlement.baseline.solve;

/**
 * The hinge column of one side as its break moves through the allowed interval, in mirrored
 * coordinates, with constant and shifts projected out.
 *
 * <p>The distinct positions cut the interval into half-open cells {@code (ν − width, ν]},
 * ascending; cell 0 is the lowest allowed break alone, of width zero. Each cell owns its node
 * {@code ν}. Inside a cell the column is linear in the break: {@code h(ν − s) = h(ν) − s·v}, with
 * the step column {@code v} the share of each row that lies beyond the cell. So {@code
 * slope·h(break) = slope·h(ν) − d·v} with {@code d = slope·s}, and "break in the cell, slope not
 * negative" is the cone {@code slope >= 0, 0 <= d <= slope·width}, whose edge {@code d = 0} is the
 * ray of the node.
 */
interface HingeCurve {

  /** Number of cells; zero when no break is allowed. */
  int cells();

  /** Upper end of a cell. */
  double node(int cell);

  /** Length of a cell. */
  double width(int cell);

  /** Length of the vectors that couple a cone of this side with a cone of the other. */
  int dimension();

  /**
   * Describes the cells {@code first..last} by one cone. For a single cell its columns are the
   * hinge column at the node and the step column; for a block they are near the hinge column at the
   * last node and the mean step over the cells, and the radius says how near.
   */
  void describe(int first, int last, Cone cone);
}
