package org.emcsettlement.settlement.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import org.emcsettlement.core.LibraryStyle;
import org.immutables.value.Value;

/** What the statement comes to. */
@LibraryStyle
@Value.Immutable
@JsonDeserialize(as = ImmutableTotals.class)
public interface Totals {

  /** {@return the payable lines without tax, two decimals} */
  BigDecimal net();

  /** {@return their tax, two decimals} */
  BigDecimal tax();

  /** {@return their sum with tax, two decimals} */
  BigDecimal gross();

  /** {@return retention, advances and other lines outside the tax base, two decimals} */
  BigDecimal outsideTax();

  /** {@return what is to be paid; negative is owed by the service provider, two decimals} */
  BigDecimal netPayable();

  /** {@return the net payable in Chinese words (中文大写)} */
  String words();

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Totals}. */
  final class Builder extends ImmutableTotals.Builder {
    Builder() {}
  }
}
