package org.emcsettlement.baseline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.uncertainty.ErrorStructure;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.json.CanonicalJson;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.Resolution;
import org.immutables.value.Value;

/**
 * A baseline as the parties agree it: decimal coefficients that anyone can recompute by hand. The
 * adjusted baseline of any days is Σ_j b_j·X_j with X_j the exact sum of regressor j over the days.
 * Settlement uses nothing else of a fit.
 */
@LibraryStyle
@Value.Immutable
public interface FrozenBaseline {

  /** {@return the version of the file's shape} */
  @Value.Default
  default int schemaVersion() {
    return 1;
  }

  /** {@return the id, also its file name} */
  String id();

  /** {@return what it is a baseline of} */
  Commodity commodity();

  /** {@return the model form, e.g. {@code 5P}, {@code HDD}, or {@code AGREED} without a fit} */
  String form();

  /** {@return the resolution of the data it was fitted on} */
  Resolution resolution();

  /** {@return the baseline period} */
  Period period();

  /** {@return the weather station whose temperatures it needs} */
  Optional<String> station();

  /** {@return the work calendar it counts working days with} */
  String workCalendar();

  /** {@return the coefficients, each with its regressor} */
  List<Coefficient> coefficients();

  /** {@return what the drivers were in the baseline period} */
  List<ValidityRange> validity();

  /** {@return the regressor sums by calendar month of the baseline period} */
  List<MonthConditions> conditions();

  /** {@return the errors of the fit, absent for a baseline agreed without one} */
  Optional<ErrorStructure> errors();

  /** {@return fit statistics by name, decimals of 6 significant digits} */
  Map<String, BigDecimal> statistics();

  /** {@return the formula in Chinese} */
  String formulaZh();

  /** {@return the formula in English} */
  String formulaEn();

  /** {@return the data it was fitted on} */
  List<InputDigest> inputs();

  /** Checks shapes. */
  @Value.Check
  default void check() {
    int size = coefficients().size();
    if (size == 0) {
      throw new IllegalArgumentException("baseline " + id() + " has no coefficients");
    }
    for (MonthConditions month : conditions()) {
      if (month.sums().size() != size) {
        throw new IllegalArgumentException(
            "conditions of month " + month.month() + " must have one sum per coefficient");
      }
    }
    errors()
        .map(ErrorStructure::inverseGram)
        .filter(inverseGram -> !inverseGram.isEmpty() && inverseGram.size() != size)
        .ifPresent(
            inverseGram -> {
              throw new IllegalArgumentException(
                  "inverseGram must have one row per coefficient (" + size + ") or none");
            });
  }

  /** {@return the regressors in the order of the coefficients} */
  @JsonIgnore
  default List<Regressor> regressors() {
    return coefficients().stream().map(Coefficient::regressor).toList();
  }

  /**
   * The baseline for given conditions.
   *
   * @param sums the regressor sums over the days, in the order of the coefficients
   * @return Σ_j b_j·X_j [canonical unit], never clamped
   */
  default Rational predict(List<Rational> sums) {
    Rational use = Rational.ZERO;
    for (int j = 0; j < sums.size(); j++) {
      use = use.plus(Rational.of(coefficients().get(j).value()).times(sums.get(j)));
    }
    return use;
  }

  /** {@return the identity: SHA-256 of the canonical JSON} */
  @JsonIgnore
  @Value.Lazy
  default String digest() {
    return CanonicalJson.digest(this);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FrozenBaseline}. */
  final class Builder extends ImmutableFrozenBaseline.Builder {
    Builder() {}
  }
}
