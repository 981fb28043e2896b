package org.emcsettlement.settlement.assessment;

import java.time.LocalDate;
import java.util.Optional;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.ContractYears;
import org.emcsettlement.core.period.Period;

/**
 * The service term that is planned.
 *
 * @param start its first day
 * @param years its contract years
 */
public record PlannedTerm(LocalDate start, int years) {

  private static final int MOST = 30;

  /** {@return the days of the term} */
  public Period period() {
    return Period.of(start, start.plusYears(years));
  }

  /**
   * A contract year.
   *
   * @param number from 1
   * @return its days
   */
  public Period year(int number) {
    return new ContractYears(start).year(number);
  }

  static Optional<PlannedTerm> read(JsonObject json) {
    Optional<LocalDate> start = json.date("start");
    Optional<Integer> years = json.required("years").flatMap(JsonElement::integer);
    if (years.isPresent() && (years.get() < 1 || years.get() > MOST)) {
      json.reject("years", "应为 1 至 " + MOST, "must be from 1 to " + MOST);
    }
    return json.build(() -> new PlannedTerm(start.orElseThrow(), years.orElseThrow()));
  }
}
