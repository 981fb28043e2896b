/**
 * A fit explains itself: {@code FitExplanation} says what was tried ({@code Tried}), which days
 * count and which are left out ({@code CountedData}), which criteria are met ({@code
 * JudgedCriterion}), which non-routine events residuals point at ({@code EventCandidates}), and
 * what would make it acceptable ({@code Remedy}).
 */
@NullMarked
package org.emcsettlement.baseline.explain;

import org.jspecify.annotations.NullMarked;
