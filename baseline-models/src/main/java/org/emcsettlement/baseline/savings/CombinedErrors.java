package org.emcsettlement.baseline.savings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.uncertainty.ErrorStructure;
import org.emcsettlement.baseline.uncertainty.SavingsUncertainty;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.quantity.Rational;

/**
 * The error of a signed sum of models that were fitted on different data: {@code U² = Σ (c·U_i)²}
 * with c how often model i is counted, minuses against pluses. A model counted with both signs
 * under the same conditions adds no error.
 */
final class CombinedErrors {

  private record Counted(ModelledUse use, int times) {}

  private final List<Counted> counted = new ArrayList<>();

  CombinedErrors add(ModelledUse use, int times) {
    counted.add(new Counted(use, times));
    return this;
  }

  /** One interval for each method, none if a model keeps no errors. */
  List<SavingsInterval> around(Rational savings, FindingCollector findings) {
    Optional<BigDecimal> confidence = confidence(findings);
    List<SavingsInterval> intervals = new ArrayList<>();
    if (confidence.isPresent()) {
      findings.add(SavingsFinding.REGRESSION_ONLY, Place.NOWHERE);
      for (IntervalMethod method : IntervalMethod.values()) {
        intervals.add(SavingsInterval.around(savings, method, confidence.get(), halfWidth(method)));
      }
    }
    return intervals;
  }

  private BigDecimal halfWidth(IntervalMethod method) {
    Rational square = Rational.ZERO;
    for (Counted part : counted) {
      if (part.times() != 0) {
        ErrorStructure errors = part.use().model().errors().orElseThrow();
        Rational half = Rational.of(part.use().halfWidth(errors, method));
        square = square.plus(half.times(Rational.of(part.times())).power(2));
      }
    }
    return SavingsUncertainty.root(square);
  }

  private Optional<BigDecimal> confidence(FindingCollector findings) {
    Optional<BigDecimal> common = Optional.empty();
    boolean complete = true;
    for (Counted part : counted) {
      Optional<ErrorStructure> errors = part.use().model().errors();
      if (errors.isEmpty()) {
        findings.add(SavingsFinding.NO_INTERVAL, Place.NOWHERE, "model", part.use().model().id());
        complete = false;
      } else {
        BigDecimal confidence = errors.get().confidence();
        if (common.isPresent() && common.get().compareTo(confidence) != 0) {
          throw new IllegalArgumentException(
              "models have confidence levels "
                  + common.get()
                  + " and "
                  + confidence
                  + "; intervals of one level can be combined");
        }
        common = Optional.of(confidence);
      }
    }
    return complete ? common : Optional.empty();
  }
}
