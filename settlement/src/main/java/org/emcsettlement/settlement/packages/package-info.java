/**
 * Packaged contracts (打包托管): several institutions under one contract. What is settled together, by
 * which keys it is allocated, and the consolidated statement of the lead party.
 */
@NullMarked
package org.emcsettlement.settlement.packages;

import org.jspecify.annotations.NullMarked;
