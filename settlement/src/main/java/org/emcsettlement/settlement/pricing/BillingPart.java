package org.emcsettlement.settlement.pricing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.tariff.Tariff;
import org.emcsettlement.settlement.tariff.TariffVersion;
import org.emcsettlement.settlement.trail.Figure;

/**
 * The days of a statement that are billed together: one calendar month, as far as it is served,
 * under one version of a tariff.
 *
 * @param segments its segments in order
 * @param interval the served days of the month it lies in
 * @param version the version in force
 * @param contractPrice the contract's own price of the commodity, if the version asks for it
 */
public record BillingPart(
    List<Segment> segments,
    Period interval,
    TariffVersion version,
    Optional<Figure> contractPrice) {

  /** {@return the first segment, by which figures of the part are found} */
  public Segment first() {
    return segments.get(0);
  }

  /** {@return its days} */
  public Period period() {
    return Period.of(first().period().start(), segments.get(segments.size() - 1).period().end());
  }

  /**
   * Divides a statement by month and version, without the contract's own prices.
   *
   * @param input the statement, every day of which has a version in force
   * @param tariff the tariff
   * @return the parts in order
   */
  public static List<BillingPart> byTariff(StatementInput input, Tariff tariff) {
    return divide(input, tariff, Map.of());
  }

  /**
   * Divides a statement by month, version and, if a version asks for it, the contract's own price.
   *
   * @param input the statement, every day of which has a version in force
   * @param commodity the commodity
   * @param tariff its tariff
   * @return the parts in order
   */
  public static List<BillingPart> of(StatementInput input, Commodity commodity, Tariff tariff) {
    Map<Segment, PriceGroup> prices = new HashMap<>();
    boolean ownPrice =
        input.segments().stream()
            .anyMatch(segment -> version(tariff, segment).needsContractPrice());
    if (ownPrice) {
      for (PriceGroup group : PriceGroup.applied(input, commodity)) {
        group.segments().forEach(segment -> prices.put(segment, group));
      }
    }
    return divide(input, tariff, prices);
  }

  private static List<BillingPart> divide(
      StatementInput input, Tariff tariff, Map<Segment, PriceGroup> prices) {
    List<BillingPart> parts = new ArrayList<>();
    List<Segment> open = new ArrayList<>();
    for (Segment segment : input.segments()) {
      boolean continues =
          !open.isEmpty()
              && month(open.get(0)).equals(month(segment))
              && version(tariff, open.get(0)).equals(version(tariff, segment))
              && Optional.ofNullable(prices.get(open.get(0)))
                  .equals(Optional.ofNullable(prices.get(segment)));
      if (!continues && !open.isEmpty()) {
        parts.add(part(input, tariff, open, prices));
        open.clear();
      }
      open.add(segment);
    }
    parts.add(part(input, tariff, open, prices));
    return parts;
  }

  private static BillingPart part(
      StatementInput input,
      Tariff tariff,
      List<Segment> segments,
      Map<Segment, PriceGroup> prices) {
    Segment first = segments.get(0);
    return new BillingPart(
        List.copyOf(segments),
        month(first).overlap(input.period().service()).orElseThrow(),
        version(tariff, first),
        Optional.ofNullable(prices.get(first)).map(PriceGroup::price));
  }

  private static Period month(Segment segment) {
    return Period.monthOf(segment.period().start());
  }

  private static TariffVersion version(Tariff tariff, Segment segment) {
    return tariff.at(segment.period().start()).orElseThrow();
  }
}
