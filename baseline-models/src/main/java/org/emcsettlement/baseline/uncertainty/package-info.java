/** The uncertainty of a savings total. */
@NullMarked
package org.emcsettlement.baseline.uncertainty;

import org.jspecify.annotations.NullMarked;
