package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.Event;
import org.emcsettlement.settlement.savings.QuantityLines;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/** Spreads recorded events over the segments of a statement. */
final class NonRoutineQuantity {

  private final StatementInput input;
  private final Map<Commodity, Map<Segment, Figure>> adjusted = new LinkedHashMap<>();

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
    return outcome.build();
  }

  private void apply(Event event, Outcome.Builder outcome) {
    Commodity commodity = event.commodity().orElseThrow();
    String unit = commodity.unit().symbol();
    Calculator calculator = input.calculator().in(commodity.id() + "/" + event.id());
    Figure perDay = perDay(calculator, event, unit);
    Figure share = Admission.share(calculator, input.contract(), event.risk());
    List<Figure> changes = new ArrayList<>();
    for (Segment segment : input.segments()) {
      Optional<Period> days = event.in(segment.period());
      if (days.isPresent()) {
        Figure change =
            calculator.times(
                "adjustment", unit, perDay, calculator.days("days", days.get()), share);
        changes.add(change);
        Map<Segment, Figure> segments =
            adjusted.computeIfAbsent(commodity, key -> new LinkedHashMap<>());
        Figure before =
            Optional.ofNullable(segments.get(segment))
                .or(() -> input.find(Figures.ADJUSTED_BASELINE, commodity, segment))
                .orElseThrow();
        segments.put(segment, calculator.plus("adjusted-baseline", before, change));
      }
    }
    outcome.line(
        LineDraft.builder()
            .item(event.id())
            .kind(QuantityLines.ADJUSTMENT)
            .commodity(commodity)
            .quantity(calculator.sum("adjustment", changes))
            .remark(new Bilingual(event.reason(), event.reason()))
            .build());
  }

  private static Figure perDay(Calculator calculator, Event event, String unit) {
    String source = "events.json#" + event.id();
    if (event.perDay().isPresent()) {
      return calculator.fact("event-per-day", event.perDay().get(), unit + "/d", source);
    }
    BigDecimal quantity = event.quantity().orElseThrow();
    Period days = Period.of(event.start(), event.end().orElseThrow());
    return calculator.over(
        "event-per-day",
        unit + "/d",
        calculator.fact("event-quantity", quantity, unit, source),
        calculator.days("event-days", days));
  }
}
