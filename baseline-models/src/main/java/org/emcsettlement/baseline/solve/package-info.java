/**
 * Least-squares kernels and the exact change-point search: arrays in, arrays out, no domain word.
 *
 * <p>Three questions have a public class: {@link LeastSquares} (which coefficients), {@link
 * ColumnRank} (which columns clash), and {@link HingeSearch} with its sibling {@link
 * DegreeSumSearch} for rows of several samples (which breaks).
 *
 * <p>How a search reads, from the outside in. {@code Rows} are checked and put in {@code
 * CanonicalOrder}; a {@code Projection} takes constant and shift columns out of them. {@code
 * Positions} say where rows lie and which breaks the guard allows. Between neighbouring positions a
 * hinge column is linear in its break, so a {@code HingeCurve} cuts the allowed breaks of one
 * {@code Side} into cells, and each cell is a {@code Cone} in the space of two columns. {@code
 * OneBreak} tries the faces of one side, {@code TwoBreaks} those of pairs ({@code ConePair}, {@code
 * PairFaces}), skipping blocks whose {@code ConeBound} says that nothing in them can matter. The
 * best {@code Candidates} go to the {@code Winner}, which solves them again in original units.
 */
@NullMarked
package org.emcsettlement.baseline.solve;

import org.jspecify.annotations.NullMarked;
