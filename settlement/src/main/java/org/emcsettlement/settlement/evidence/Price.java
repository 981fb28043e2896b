package org.emcsettlement.settlement.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One row of a price table.
 *
 * @param from the first date it holds; it holds until the next row
 * @param value the price as written
 * @param perCanonicalUnit the price per canonical unit of the commodity
 * @param unit the unit as written, e.g. {@code CNY/MWh}
 * @param band the time band or tier, empty for all
 * @param source where it was published, empty if not stated
 * @param origin where the row stands, {@code <file>#<from>}
 */
public record Price(
    LocalDate from,
    BigDecimal value,
    BigDecimal perCanonicalUnit,
    String unit,
    String band,
    String source,
    String origin) {}
