package org.emcsettlement.settlement.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.ProgressRow;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/**
 * The quantity of the contract year before the days that are billed: that of earlier statements and
 * that of earlier parts of this one. Takes the parts in order; lives for one statement.
 */
public final class YearToDate {

  private final StatementInput input;
  private final Commodity commodity;
  private final Function<ProgressRow, Rational> quantity;
  private final Map<Period, Figure> billed = new LinkedHashMap<>();

  private YearToDate(
      StatementInput input, Commodity commodity, Function<ProgressRow, Rational> quantity) {
    this.input = input;
    this.commodity = commodity;
    this.quantity = quantity;
  }

  /**
   * The adjusted baseline of the year.
   *
   * @param input the statement
   * @param commodity the commodity
   * @return its running quantity
   */
  public static YearToDate ofBaseline(StatementInput input, Commodity commodity) {
    return new YearToDate(input, commodity, ProgressRow::adjustedBaseline);
  }

  /**
   * The actual use of the year.
   *
   * @param input the statement
   * @param commodity the commodity
   * @return its running quantity
   */
  public static YearToDate ofActual(StatementInput input, Commodity commodity) {
    return new YearToDate(input, commodity, ProgressRow::actual);
  }

  /**
   * The quantity of the year before a part.
   *
   * @param at records it
   * @param part the part
   * @return the quantity, absent if its tariff does not ask for it
   */
  public Optional<Figure> before(Calculator at, BillingPart part) {
    if (!part.version().needsYearBefore()) {
      return Optional.empty();
    }
    LocalDate start = input.resolved().years().yearOf(part.period().start()).start();
    String unit = commodity.unit().symbol();
    List<Figure> quantities = new ArrayList<>();
    for (ProgressRow row : input.progress()) {
      if (row.commodity() == commodity && !row.period().start().isBefore(start)) {
        quantities.add(
            at.fact("earlier-quantity", quantity.apply(row), unit, "progress#" + row.period()));
      }
    }
    billed.forEach(
        (period, figure) -> {
          if (!period.start().isBefore(start)) {
            quantities.add(figure);
          }
        });
    return Optional.of(
        quantities.isEmpty()
            ? at.parameter("nothing", BigDecimal.ZERO, unit)
            : at.sum("year-before", quantities));
  }

  /**
   * Counts a part that was billed.
   *
   * @param part the part
   * @param billedQuantity its quantity
   */
  public void add(BillingPart part, Figure billedQuantity) {
    billed.put(part.period(), billedQuantity);
  }
}
