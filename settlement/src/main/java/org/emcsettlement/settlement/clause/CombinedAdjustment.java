package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.immutables.value.Value;

/**
 * Posts what adjustments that multiply come to together: {@code round(Σ energy part·(Π(1 + a) −
 * 1)·days ÷ days of the year)}, rounded once (settlement-methods, 5.1). It stands after the
 * adjustments. Statements are differences of what has accrued since the contract year began, so
 * that consecutive ones with the same factors add up whatever their number.
 */
@LibraryStyle
@Value.Immutable
public interface CombinedAdjustment extends Clause {

  /** The kind that contract files store. */
  String KIND = "combined-adjustment";

  @Value.Default
  @Override
  default SeriesScope series() {
    return SeriesScope.EVERY;
  }

  @JsonProperty
  @Override
  default String kind() {
    return KIND;
  }

  @Override
  default Stage stage() {
    return Stage.MECHANIC;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of(Figures.ENERGY_PART, Figures.FEE_FACTOR);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  @Override
  default Outcome apply(StatementInput input) {
    Outcome.Builder outcome = Outcome.builder();
    List<List<Segment>> stretches = stretches(input);
    for (List<Segment> stretch : stretches) {
      Calculator calculator = input.calculator();
      Period days =
          Period.of(
              stretch.get(0).period().start(), stretch.get(stretch.size() - 1).period().end());
      List<Figure> parts = new ArrayList<>();
      List<Figure> bases = new ArrayList<>();
      Figure one = calculator.parameter("one", BigDecimal.ONE, "");
      for (Commodity commodity : input.commodities()) {
        Figure base = input.find(Figures.ENERGY_PART, commodity).orElseThrow();
        bases.add(base);
        input
            .find(Figures.FEE_FACTOR, commodity, stretch.get(0))
            .map(factor -> calculator.minus("combined-change", factor, one))
            .map(
                change ->
                    calculator.times("yearly-adjustment", calculator.currencyCode(), base, change))
            .ifPresent(parts::add);
      }
      if (parts.isEmpty()) {
        continue;
      }
      Figure yearly = calculator.sum("yearly-adjustment", parts);
      Figure base = calculator.sum("energy-part", bases);
      LineDraft.Builder line = LineDraft.builder();
      if (stretches.size() > 1) {
        line.period(days);
      }
      Figure ratio =
          base.signum() == 0
              ? calculator.parameter("nothing", BigDecimal.ZERO, "")
              : calculator.over("combined-ratio", "", yearly, base);
      new FeeAdjustment(input, calculator)
          .add(outcome, line, yearly, ratio, days, accrual(input, days));
    }
    return outcome.build();
  }

  /** The contract year of some days, from the start of the term at the earliest. */
  private static Period accrual(StatementInput input, Period days) {
    Period year = input.resolved().years().yearOf(days.start());
    return year.overlap(input.contract().term().period()).orElse(year);
  }

  /** Neighbouring segments of one contract year with the same factors. */
  private static List<List<Segment>> stretches(StatementInput input) {
    List<List<Segment>> stretches = new ArrayList<>();
    List<Object> open = List.of();
    for (Segment segment : input.segments()) {
      List<Object> identity = new ArrayList<>(List.of(segment.contractYear()));
      for (Commodity commodity : input.commodities()) {
        identity.add(
            input
                .find(Figures.FEE_FACTOR, commodity, segment)
                .map(Figure::value)
                .orElse(Rational.ONE));
      }
      if (!identity.equals(open)) {
        stretches.add(new ArrayList<>());
        open = identity;
      }
      stretches.get(stretches.size() - 1).add(segment);
    }
    return stretches;
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<CombinedAdjustment> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CombinedAdjustment}. */
  final class Builder extends ImmutableCombinedAdjustment.Builder {
    Builder() {}
  }
}
