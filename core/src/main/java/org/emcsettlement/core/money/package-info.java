/** Rounding, allocation, proration and amounts in words. */
@NullMarked
package org.emcsettlement.core.money;

import org.jspecify.annotations.NullMarked;
