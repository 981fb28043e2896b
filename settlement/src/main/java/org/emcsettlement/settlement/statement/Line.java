package org.emcsettlement.settlement.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.immutables.value.Value;

/** One row of a statement: a quantity, an amount or both, with its derivation. */
@LibraryStyle
@Value.Immutable
@JsonDeserialize(as = ImmutableLine.class)
public interface Line {

  /**
   * {@return the line id, {@code <clause>[.<item>][/<commodity>][/<segment start>]}, unique in the
   * statement}
   */
  String id();

  /** {@return what the line is, a stable name such as PROVIDER_SHARE} */
  String kind();

  /** {@return what the line is, for readers} */
  Bilingual label();

  /** {@return whether it is owed or only shown} */
  LineRole role();

  /** {@return the clause that made it} */
  String clause();

  /** {@return the service period} */
  Period period();

  /** {@return the commodity it is about} */
  Optional<Commodity> commodity();

  /** {@return the exact quantity} */
  Optional<Rational> quantity();

  /** {@return the unit of the quantity} */
  Optional<String> unit();

  /** {@return the price applied, or the ratio} */
  Optional<Rational> unitPrice();

  /** {@return the unit of the price, empty for a ratio} */
  Optional<String> priceUnit();

  /** {@return the amount before it was rounded} */
  Optional<Rational> exact();

  /** {@return the posted amount, two decimals; positive is owed by the institution} */
  Optional<BigDecimal> amount();

  /**
   * {@return what this line came to since the start of the contract year, earlier segments of the
   * period included, two decimals; absent for an amount that is of the whole year already}
   */
  Optional<BigDecimal> yearToDate();

  /** {@return intervals around the quantity} */
  List<Interval> intervals();

  /** {@return the value added tax of a payable line, absent outside the tax base} */
  Optional<LineTax> tax();

  /** {@return how it came about, for readers} */
  Optional<Bilingual> remark();

  /** {@return the trail node that the line stands on} */
  Optional<String> node();

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Line}. */
  final class Builder extends ImmutableLine.Builder {
    Builder() {}
  }
}
