package org.emcsettlement.settlement.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Figure;

/**
 * Neighbouring segments of one contract year in which a commodity has one price. Their quantities
 * are priced together, so that a boundary where the price does not change moves no fen.
 *
 * @param segments the segments in order
 * @param price their price
 */
public record PriceGroup(List<Segment> segments, Figure price) {

  /** {@return the first segment, by which figures of the group are found} */
  public Segment first() {
    return segments.get(0);
  }

  /** {@return the days of the group} */
  public Period period() {
    return Period.of(first().period().start(), segments.get(segments.size() - 1).period().end());
  }

  /**
   * The segments of groups.
   *
   * @param groups the groups in order
   * @return the segments of each
   */
  public static List<List<Segment>> segments(List<PriceGroup> groups) {
    return groups.stream().map(PriceGroup::segments).toList();
  }

  /**
   * Groups the segments of a statement by the price that values a commodity.
   *
   * @param input the statement
   * @param commodity the commodity
   * @return the groups in order
   */
  public static List<PriceGroup> applied(StatementInput input, Commodity commodity) {
    PriceBook book = new PriceBook(input, input.calculator().in(commodity.id()));
    return groups(
        input,
        segment ->
            input
                .find(Figures.APPLIED_PRICE, commodity, segment)
                .<Object>map(Figure::value)
                .orElseGet(() -> book.inputs(commodity, segment)),
        segment ->
            input
                .find(Figures.APPLIED_PRICE, commodity, segment)
                .orElseGet(() -> book.applied(commodity, segment)));
  }

  /**
   * Groups the segments of a statement by the price in force.
   *
   * @param input the statement
   * @param commodity the commodity
   * @return the groups in order
   */
  public static List<PriceGroup> inForce(StatementInput input, Commodity commodity) {
    PriceBook book = new PriceBook(input, input.calculator().in(commodity.id()));
    return groups(
        input,
        segment -> book.inputs(commodity, segment),
        segment -> book.inForce(commodity, segment));
  }

  /** Segments of one contract year whose prices have one identity; each price is recorded once. */
  private static List<PriceGroup> groups(
      StatementInput input, Function<Segment, Object> identity, Function<Segment, Figure> price) {
    List<PriceGroup> groups = new ArrayList<>();
    List<Segment> open = new ArrayList<>();
    for (Segment segment : input.segments()) {
      boolean continues =
          !open.isEmpty()
              && open.get(0).contractYear() == segment.contractYear()
              && identity.apply(open.get(0)).equals(identity.apply(segment));
      if (!continues && !open.isEmpty()) {
        groups.add(new PriceGroup(List.copyOf(open), price.apply(open.get(0))));
        open.clear();
      }
      open.add(segment);
    }
    groups.add(new PriceGroup(List.copyOf(open), price.apply(open.get(0))));
    return groups;
  }
}
