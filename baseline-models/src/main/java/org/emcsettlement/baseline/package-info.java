/**
 * Baselines: what would have been used. Fit and judge observations, freeze the result, evaluate the
 * frozen baseline exactly.
 */
@NullMarked
package org.emcsettlement.baseline;

import org.jspecify.annotations.NullMarked;
