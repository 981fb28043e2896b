/**
 * The assessment before a contract (前期评估): baseline, fee base, quota standing, expected saving, and
 * what each contract form would pay in each year, settled by the engine itself in simulated years.
 */
@NullMarked
package org.emcsettlement.settlement.assessment;

import org.jspecify.annotations.NullMarked;
