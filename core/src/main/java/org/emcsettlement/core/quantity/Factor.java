package org.emcsettlement.core.quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One conversion factor with its pedigree.
 *
 * @param commodity what it converts
 * @param value the factor as tabulated, never derived anew
 * @param unit its unit, e.g. {@code kgce/kWh} or {@code kgCO2/kWh}
 * @param source where it was read
 * @param trust how far the source could be checked
 * @param validFrom the first date it holds
 * @param validTo the date after the last one, absent if it still holds
 */
public record Factor(
    Commodity commodity,
    BigDecimal value,
    String unit,
    String source,
    Trust trust,
    LocalDate validFrom,
    Optional<LocalDate> validTo) {

  /**
   * Whether it holds on a date.
   *
   * @param date the date
   * @return true if {@code validFrom <= date < validTo}
   */
  public boolean holdsOn(LocalDate date) {
    return !date.isBefore(validFrom) && validTo.map(date::isBefore).orElse(true);
  }
}
