/** Exact figures that remember how they were made: nodes, recording, re-evaluation, difference. */
@NullMarked
package org.emcsettlement.settlement.trail;

import org.jspecify.annotations.NullMarked;
