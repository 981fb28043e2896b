/** Baseline, adjustments and actual use by segment. */
@NullMarked
package org.emcsettlement.settlement.savings;

import org.jspecify.annotations.NullMarked;
