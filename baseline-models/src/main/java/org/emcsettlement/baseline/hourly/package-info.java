/** Baselines on clock hours: time of week and temperature, as peers fit it and as we do. */
@NullMarked
package org.emcsettlement.baseline.hourly;

import org.jspecify.annotations.NullMarked;
