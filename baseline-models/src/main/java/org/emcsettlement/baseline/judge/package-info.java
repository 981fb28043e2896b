/** Is the data sufficient, is the fit good enough: statistics, criteria, diagnostics. */
@NullMarked
package org.emcsettlement.baseline.judge;

import org.jspecify.annotations.NullMarked;
