/**
 * Savings as quantities, outside a contract: avoided use, backcast, normalised and chained savings,
 * portfolios; each with its uncertainty and with what was left out.
 */
@NullMarked
package org.emcsettlement.baseline.savings;

import org.jspecify.annotations.NullMarked;
