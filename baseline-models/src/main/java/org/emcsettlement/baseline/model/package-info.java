/** Model forms and their regressors, guards, and baselines agreed without a fit. */
@NullMarked
package org.emcsettlement.baseline.model;

import org.jspecify.annotations.NullMarked;
