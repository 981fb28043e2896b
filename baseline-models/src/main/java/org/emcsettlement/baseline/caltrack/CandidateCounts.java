package org.emcsettlement.baseline.caltrack;

/**
 * What became of the candidates of one type.
 *
 * @param qualified those without a negative coefficient
 * @param disqualified those with one
 * @param notAttempted those without enough degree days or rows
 */
public record CandidateCounts(int qualified, int disqualified, int notAttempted) {}
