package org.emcsettlement.baseline.savings;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.quantity.Rational;

/** Counts how often a model predicts a use below zero. Lives for one evaluation. */
final class NegativePredictions {

  private record First(Object when, Rational value) {}

  private final FrozenBaseline model;
  private int count;
  private Optional<First> first = Optional.empty();

  NegativePredictions(FrozenBaseline model) {
    this.model = model;
  }

  /** Looks at one day, bill or month. */
  void check(List<Rational> sums, Object when) {
    Rational value = model.predict(sums);
    if (value.signum() < 0) {
      count++;
      first = first.isPresent() ? first : Optional.of(new First(when, value));
    }
  }

  void report(Place place, FindingCollector findings) {
    first.ifPresent(
        negative ->
            findings.add(
                SavingsFinding.NEGATIVE_PREDICTION,
                place,
                "model",
                model.id(),
                "count",
                count,
                "first",
                negative.when(),
                "value",
                negative.value().round(2, RoundingMode.HALF_UP).toPlainString()));
  }
}
