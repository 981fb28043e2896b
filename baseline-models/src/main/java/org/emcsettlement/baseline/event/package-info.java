/**
 * Non-routine events: what changed beside weather, occupancy and calendar. Detection reports and
 * removes nothing; quantification turns an event into an adjustment with its uncertainty; static
 * factors are compared with those of the baseline.
 */
@NullMarked
package org.emcsettlement.baseline.event;

import org.jspecify.annotations.NullMarked;
