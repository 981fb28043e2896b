/** Half-open local-date periods, contract years, day counts, dated values and the work calendar. */
@NullMarked
package org.emcsettlement.core.period;

import org.jspecify.annotations.NullMarked;
