package org.emcsettlement.baseline.solve;

/**
 * One sloped side of a fit.
 *
 * @param breakAt the break, in units of position
 * @param slope value per unit of distance beyond the break
 * @param points number of points (of rows, for degree sums) strictly beyond the break
 * @param degreeSum sum of their distances to the break, unweighted
 */
public record HingeSide(double breakAt, double slope, int points, double degreeSum) {}
