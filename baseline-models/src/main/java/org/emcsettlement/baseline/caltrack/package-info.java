/**
 * CalTRACK 2.0 usage per day: daily data and billing periods, as the peer eemeter 3.2.0 computes
 * them.
 *
 * <p>How a fit reads. A {@code CaltrackSample} turns readings and outdoor temperatures into rows of
 * use per day with daily mean temperatures. {@code FitRows} keeps the complete ones; a {@code
 * DegreeColumn} is one column of degree days with its moments. {@code CandidateSearch} tries the
 * constant, every balance point and every pair of them, and {@code Selection} solves the best ones
 * again to full precision. The {@code CaltrackFit} knows its model, its {@code CaltrackMetrics} and
 * what became of every candidate; {@code CaltrackSavings} applies it to a later sample.
 *
 * <p>Balance points are whole degrees Fahrenheit, as the method prescribes; everything that leaves
 * the package towards a baseline is in degrees Celsius.
 */
@NullMarked
package org.emcsettlement.baseline.caltrack;

import org.jspecify.annotations.NullMarked;
