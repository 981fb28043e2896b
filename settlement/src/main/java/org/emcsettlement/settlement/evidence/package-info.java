/** What an evidence folder holds, parsed: readings, weather, prices, events, scores, statements. */
@NullMarked
package org.emcsettlement.settlement.evidence;

import org.jspecify.annotations.NullMarked;
