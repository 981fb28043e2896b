/** Meter readings, temperatures and occupancy on the local calendar, exact and flagged. */
@NullMarked
package org.emcsettlement.core.series;

import org.jspecify.annotations.NullMarked;
