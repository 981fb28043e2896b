/** Prices in force, price bases, and over-quota surcharges. */
@NullMarked
package org.emcsettlement.settlement.tariff;

import org.jspecify.annotations.NullMarked;
