package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.Event;
import org.emcsettlement.settlement.savings.CountedDays;
import org.emcsettlement.settlement.savings.QuantityLines;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/** Spreads recorded events over the segments of a statement. */
final class NonRoutineQuantity {

  private final StatementInput input;
  private final Map<Commodity, Map<Segment, Figure>> adjusted = new LinkedHashMap<>();
  private final Map<Commodity, List<Figure>> variances = new LinkedHashMap<>();

  NonRoutineQuantity(StatementInput input) {
    this.input = input;
  }

  /** The events that change a quantity inside the service period. */
  static List<Event> in(StatementInput input) {
    return input.evidence().events().events().stream()
        .filter(event -> event.kind() == Event.Kind.NON_ROUTINE)
        .filter(event -> event.in(input.period().service()).isPresent())
        .toList();
  }

  Outcome outcome() {
    Outcome.Builder outcome = Outcome.builder();
    for (Event event : in(input)) {
      apply(event, outcome);
    }
    adjusted.forEach(
        (commodity, segments) ->
            segments.forEach(
                (segment, figure) ->
                    outcome.put(Figures.ADJUSTED_BASELINE, commodity, segment, figure)));
    variances.forEach(
        (commodity, squares) ->
            outcome.put(
                Figures.ADJUSTMENT_VARIANCE,
                commodity,
                input.calculator().in(commodity.id()).sum("adjustment-variance", squares)));
    return outcome.build();
  }

  private void apply(Event event, Outcome.Builder outcome) {
    Commodity commodity = event.commodity().orElseThrow();
    String unit = commodity.unit().symbol();
    Calculator calculator = input.calculator().in(commodity.id() + "/" + event.id());
    BigDecimal stated = event.perDay().or(event::quantity).orElseThrow();
    Figure perDay = perDay(calculator, event, "event", stated, unit);
    Figure share = Admission.share(calculator, input.contract(), event.risk());
    List<Figure> changes = new ArrayList<>();
    List<Figure> counted = new ArrayList<>();
    for (Segment segment : input.segments()) {
      Optional<Period> days = event.in(segment.period());
      if (days.isPresent()) {
        Figure change =
            calculator.times(
                "adjustment", unit, perDay, calculator.days("days", days.get()), share);
        changes.add(change);
        counted.add(countedDays(calculator, commodity, segment, days.get()));
        Map<Segment, Figure> segments =
            adjusted.computeIfAbsent(commodity, key -> new LinkedHashMap<>());
        Figure before =
            Optional.ofNullable(segments.get(segment))
                .or(() -> input.find(Figures.ADJUSTED_BASELINE, commodity, segment))
                .orElseThrow();
        segments.put(segment, calculator.plus("adjusted-baseline", before, change));
      }
    }
    event
        .standardUncertainty()
        .filter(uncertainty -> hasInterval(commodity))
        .ifPresent(
            uncertainty -> {
              Figure error =
                  calculator.times(
                      "adjustment-error",
                      unit,
                      perDay(calculator, event, "event-uncertainty", uncertainty, unit),
                      calculator.sum("counted-days", counted),
                      share);
              variances
                  .computeIfAbsent(commodity, key -> new ArrayList<>())
                  .add(calculator.times("adjustment-variance", "", error, error));
            });
    outcome.line(
        LineDraft.builder()
            .item(event.id())
            .kind(QuantityLines.ADJUSTMENT)
            .commodity(commodity)
            .quantity(calculator.sum("adjustment", changes))
            .remark(new Bilingual(event.reason(), event.reason()))
            .build());
  }

  /** What has no interval needs no variance. */
  private boolean hasInterval(Commodity commodity) {
    return input.resolved().baseline(commodity).flatMap(FrozenBaseline::errors).isPresent();
  }

  /** The event's days in a segment, less the part of those that the comparison leaves out. */
  private Figure countedDays(
      Calculator calculator, Commodity commodity, Segment segment, Period days) {
    Figure all = calculator.days("days", days);
    int uncounted = CountedDays.of(input, commodity, segment.period()).uncounted().size();
    if (uncounted == 0) {
      return all;
    }
    Figure leftOut =
        calculator.fact(
            "days-left-out", BigDecimal.valueOf(uncounted), "d", "meters#" + segment.period());
    Figure whole = calculator.days("days", segment.period());
    Figure kept = calculator.minus("counted-days", whole, leftOut);
    return calculator.over(
        "counted-days", "d", calculator.times("amount-times-days", "", all, kept), whole);
  }

  /** A quantity of an event, or its error, per day. */
  private static Figure perDay(
      Calculator calculator, Event event, String name, BigDecimal value, String unit) {
    String source = "events.json#" + event.id();
    if (event.perDay().isPresent()) {
      return calculator.fact(name + "-per-day", value, unit + "/d", source);
    }
    Period days = Period.of(event.start(), event.end().orElseThrow());
    return calculator.over(
        name + "-per-day",
        unit + "/d",
        calculator.fact(name + "-quantity", value, unit, source),
        calculator.days("event-days", days));
  }
}
