package org.emcsettlement.settlement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/**
 * Quantities of one commodity by groups of segments, such as those of one price. If the contract
 * rounds quantities, running totals are rounded and the groups are their differences, so that the
 * groups add up to the rounded total.
 */
final class GroupedQuantity {

  private final StatementInput input;
  private final Calculator calculator;
  private final Commodity commodity;

  GroupedQuantity(StatementInput input, Calculator calculator, Commodity commodity) {
    this.input = input;
    this.calculator = calculator;
    this.commodity = commodity;
  }

  /** The adjusted baseline of all days, adding up to ADJUSTED_TOTAL. */
  List<Figure> adjusted(List<List<Segment>> groups) {
    return groups.size() == 1
        ? List.of(input.find(Figures.ADJUSTED_TOTAL, commodity).orElseThrow())
        : rounded("adjusted-of-price", exact(Figures.ADJUSTED_BASELINE, groups));
  }

  /** The adjusted baseline of the counted days, adding up to COUNTED_TOTAL. */
  List<Figure> counted(List<List<Segment>> groups) {
    return groups.size() == 1
        ? List.of(input.find(Figures.COUNTED_TOTAL, commodity).orElseThrow())
        : rounded("counted-of-price", exact(Figures.COUNTED_BASELINE, groups));
  }

  /** The actual use, never rounded. */
  List<Figure> actual(List<List<Segment>> groups) {
    return groups.size() == 1
        ? List.of(input.find(Figures.ACTUAL_TOTAL, commodity).orElseThrow())
        : exact(Figures.ACTUAL, groups);
  }

  /** The avoided quantity, adding up to AVOIDED_TOTAL. */
  List<Figure> avoided(List<List<Segment>> groups) {
    if (groups.size() == 1) {
      return List.of(input.find(Figures.AVOIDED_TOTAL, commodity).orElseThrow());
    }
    if (scale().isEmpty()) {
      return exact(Figures.AVOIDED, groups);
    }
    List<Figure> counted = counted(groups);
    List<Figure> actual = exact(Figures.ACTUAL, groups);
    List<Figure> differences = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      differences.add(calculator.minus("avoided-of-price", counted.get(i), actual.get(i)));
    }
    return rounded("avoided-of-price", differences);
  }

  private Optional<Integer> scale() {
    return input.contract().quantityScale(commodity);
  }

  private List<Figure> exact(FigureKey<Figure> key, List<List<Segment>> groups) {
    List<Figure> sums = new ArrayList<>();
    for (List<Segment> group : groups) {
      List<Figure> parts = new ArrayList<>();
      for (Segment segment : group) {
        parts.add(input.find(key, commodity, segment).orElseThrow());
      }
      sums.add(parts.size() == 1 ? parts.get(0) : calculator.sum("quantity-of-price", parts));
    }
    return sums;
  }

  private List<Figure> rounded(String name, List<Figure> exact) {
    if (scale().isEmpty()) {
      return exact;
    }
    List<Figure> parts = new ArrayList<>();
    Figure running = exact.get(0);
    Figure before = calculator.roundTo(name, running, scale().get());
    parts.add(before);
    for (int i = 1; i < exact.size(); i++) {
      running = calculator.plus("running-total", running, exact.get(i));
      Figure until = calculator.roundTo("running-total", running, scale().get());
      parts.add(calculator.minus(name, until, before));
      before = until;
    }
    return parts;
  }
}
