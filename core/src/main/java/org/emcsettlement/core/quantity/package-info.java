/** Exact numbers, commodities, units, standard-coal and CO2 factors. */
@NullMarked
package org.emcsettlement.core.quantity;

import org.jspecify.annotations.NullMarked;
