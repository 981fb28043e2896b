package org.emcsettlement.settlement.packages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.PackageFinding;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * The weights of a key by member, each recorded once in a joint statement. Declared weights are
 * multiplied with the days they hold for, so that joining, leaving and changes inside the period
 * count from their dates.
 */
final class Weights {

  private final List<MeasuredMember> members;
  private final WeightTable table;
  private final Calculator calculator;
  private final Map<AllocationKey, List<Figure>> known = new LinkedHashMap<>();

  Weights(List<MeasuredMember> members, WeightTable table, Calculator calculator) {
    this.members = members;
    this.table = table;
    this.calculator = calculator;
  }

  /** What is not declared. */
  static void missing(
      AllocationKey key,
      List<MeasuredMember> members,
      WeightTable table,
      FindingCollector findings) {
    key.column()
        .ifPresent(
            column ->
                members.stream()
                    .filter(member -> table.over(column, member.id(), member.service()).isEmpty())
                    .forEach(
                        member ->
                            findings.add(
                                PackageFinding.WEIGHT_MISSING,
                                Place.file(WeightTable.NAME),
                                "member",
                                member.id(),
                                "period",
                                member.service(),
                                "key",
                                column)));
  }

  /** One weight per member, by rank. */
  List<Figure> of(AllocationKey key) {
    List<Figure> weights = known.get(key);
    if (weights == null) {
      weights = members.stream().map(member -> weight(key, member)).toList();
      known.put(key, weights);
    }
    return weights;
  }

  private Figure weight(AllocationKey key, MeasuredMember member) {
    return switch (key.by()) {
      case OWN_SAVINGS -> posted("own-savings", Figures.VERIFIED_SAVINGS, member);
      case BASELINE_COST -> posted("baseline-cost", Figures.BASELINE_COST, member);
      case ADJUSTED_BASELINE_COST -> posted("adjusted-cost", Figures.ADJUSTED_COST, member);
      case METER_READS -> metered(key.commodity().orElseThrow(), member);
      case AREA, HEADCOUNT, TABLE -> declared(key, member);
    };
  }

  private Figure posted(String name, FigureKey<PostedAmount> key, MeasuredMember member) {
    BigDecimal sum = BigDecimal.ZERO.setScale(2);
    for (PostedAmount amount : member.figures().all(key)) {
      sum = sum.add(amount.money().getAmount());
    }
    return calculator
        .in(member.id())
        .fact(name, sum, calculator.currencyCode(), member.source(key));
  }

  private Figure metered(Commodity commodity, MeasuredMember member) {
    Optional<Figure> use = member.figures().get(Figures.ACTUAL_TOTAL, commodity);
    String source = member.source(Figures.ACTUAL_TOTAL + "/" + commodity.id());
    Calculator at = calculator.in(member.id() + "/" + commodity.id());
    return use.map(quantity -> at.fact("actual-use", quantity.value(), quantity.unit(), source))
        .orElseGet(() -> at.fact("actual-use", BigDecimal.ZERO, commodity.unit().symbol(), source));
  }

  private Figure declared(AllocationKey key, MeasuredMember member) {
    String column = key.column().orElseThrow();
    Calculator at = calculator.in(member.id());
    List<Figure> parts = new ArrayList<>();
    Map<Period, BigDecimal> weights =
        table.over(column, member.id(), member.service()).orElseThrow();
    weights.forEach(
        (days, value) ->
            parts.add(
                at.times(
                    "weight-times-days",
                    key.unit(calculator.currencyCode()),
                    at.fact(
                        "declared-weight",
                        value,
                        "",
                        WeightTable.NAME + "#" + column + "/" + days.start()),
                    at.days("days", days))));
    return parts.size() == 1 ? parts.get(0) : at.sum("weight", parts);
  }
}
