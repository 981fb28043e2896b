/** What applies to the quantities of a statement: prices in force, price bases, tariffs. */
@NullMarked
package org.emcsettlement.settlement.pricing;

import org.jspecify.annotations.NullMarked;
