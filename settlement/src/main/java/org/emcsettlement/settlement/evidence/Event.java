package org.emcsettlement.settlement.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.immutables.value.Value;

/** A recorded change: an agreed non-routine adjustment, or a new value of a static factor. */
@LibraryStyle
@Value.Immutable
public interface Event {

  /** What an event does. */
  enum Kind {
    /** Adds a signed quantity to the baseline of a commodity, spread over its days. */
    NON_ROUTINE,
    /** Gives a static factor (floor area and the like) a new value from its date on. */
    SCOPE
  }

  /** How the quantity of a NON_ROUTINE event was found. */
  enum Method {
    /** From the boundary's own use, by the coefficient of an indicator. */
    INDICATOR_REGRESSION,
    /** By a meter of its own. */
    SUB_METER,
    /** By calculation. */
    ENGINEERING_ESTIMATE,
    /** Agreed by the parties. */
    FIXED_TABLE
  }

  /** {@return the id, unique among events} */
  String id();

  /** {@return what it does} */
  Kind kind();

  /** {@return the risk it belongs to in the responsibility matrix} */
  String risk();

  /** {@return the first day it applies} */
  LocalDate start();

  /** {@return the day after the last one; absent while it lasts} */
  Optional<LocalDate> end();

  /** {@return the commodity of a NON_ROUTINE event} */
  Optional<Commodity> commodity();

  /** {@return the quantity over all its days, positive raises the baseline [canonical unit]} */
  Optional<BigDecimal> quantity();

  /** {@return the quantity per day, instead of {@link #quantity()} [canonical unit/d]} */
  Optional<BigDecimal> perDay();

  /** {@return the static factor of a SCOPE event, e.g. FLOOR_AREA} */
  Optional<String> driver();

  /** {@return its new value} */
  Optional<BigDecimal> value();

  /** {@return why} */
  String reason();

  /** {@return who approved it} */
  Optional<String> approvedBy();

  /** {@return names or digests of the documents behind it} */
  List<String> evidence();

  /** {@return how the quantity was found} */
  Optional<Method> method();

  /**
   * {@return one standard deviation of {@link #quantity()} or {@link #perDay()}, in the same unit}
   */
  Optional<BigDecimal> standardUncertainty();

  /**
   * {@return the static factor whose change it accounts for, e.g. {@code headcount}, {@code
   * equipment/chiller}, or {@code equipment} for all equipment}
   */
  Optional<String> staticFactor();

  /** Checks that the event says what its kind needs. */
  @Value.Check
  default void check() {
    boolean complete =
        switch (kind()) {
          case NON_ROUTINE ->
              commodity().isPresent()
                  && quantity().isPresent() != perDay().isPresent()
                  && (quantity().isEmpty() || end().isPresent());
          case SCOPE -> driver().isPresent() && value().isPresent();
        };
    if (!complete) {
      throw new RuleException(
          "事件 "
              + id()
              + "：NON_ROUTINE 需要 commodity，以及 perDay 或带结束日的 quantity；SCOPE 需要 driver 与 value",
          "event "
              + id()
              + ": NON_ROUTINE needs commodity and either perDay or quantity with an end;"
              + " SCOPE needs driver and value");
    }
  }

  /**
   * The days of a period on which it applies.
   *
   * @param period the period
   * @return the days, absent if there is none
   */
  default Optional<Period> in(Period period) {
    LocalDate last = end().orElse(LocalDate.MAX);
    return last.isAfter(start()) ? Period.of(start(), last).overlap(period) : Optional.empty();
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link Event}. */
  final class Builder extends ImmutableEvent.Builder {
    Builder() {}
  }
}
