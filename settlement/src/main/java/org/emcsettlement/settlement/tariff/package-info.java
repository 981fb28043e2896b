/**
 * Utility tariffs: what a bill is made of, and the bill of a usage. A tariff knows nothing of
 * contracts and savings.
 */
@NullMarked
package org.emcsettlement.settlement.tariff;

import org.jspecify.annotations.NullMarked;
