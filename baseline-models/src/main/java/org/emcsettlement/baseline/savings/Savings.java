package org.emcsettlement.baseline.savings;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.uncertainty.SavingsUncertainty;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.immutables.value.Value;

/** Savings of one commodity: use as it was before less use as it is now, on the same days. */
@LibraryStyle
@Value.Immutable
public interface Savings {

  /** {@return under which conditions they are counted} */
  SavingsQuantity quantity();

  /** {@return what is saved} */
  Commodity commodity();

  /** {@return the period compared; for a normal year, the history it is made of} */
  Period period();

  /** {@return use without the measures, modelled or measured [canonical unit]} */
  Rational baselineUse();

  /** {@return use with the measures, measured or modelled [canonical unit]} */
  Rational reportingUse();

  /** {@return the days that both sides count [d]} */
  int days();

  /** {@return the days of the period that neither side counts, by reason} */
  List<LeftOut> leftOut();

  /** {@return intervals around the savings; none if a model was agreed without a fit} */
  List<SavingsInterval> intervals();

  /** {@return baseline use less reporting use, positive when use went down [canonical unit]} */
  @Value.Derived
  default Rational savings() {
    return baselineUse().minus(reportingUse());
  }

  /** {@return savings ÷ baseline use, 12 significant digits; absent without baseline use} */
  @Value.Derived
  default Optional<BigDecimal> fraction() {
    MathContext digits = new MathContext(SavingsUncertainty.ROOT_DIGITS, RoundingMode.HALF_UP);
    return baselineUse().signum() <= 0
        ? Optional.empty()
        : Optional.of(savings().dividedBy(baselineUse()).toDecimal(digits));
  }

  /**
   * The interval of a method.
   *
   * @param method the method
   * @return its interval, absent if there is none
   */
  default Optional<SavingsInterval> interval(IntervalMethod method) {
    return intervals().stream().filter(interval -> interval.method() == method).findFirst();
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Savings}. */
  final class Builder extends ImmutableSavings.Builder {
    Builder() {}
  }
}
