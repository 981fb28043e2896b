package org.emcsettlement.settlement.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import org.emcsettlement.core.LibraryStyle;
import org.immutables.value.Value;

/** The value added tax of one line. */
@LibraryStyle
@Value.Immutable
@JsonDeserialize(as = ImmutableLineTax.class)
public interface LineTax {

  /** {@return the rate as a fraction} */
  BigDecimal rate();

  /** {@return the amount without tax, two decimals} */
  BigDecimal net();

  /** {@return the tax, two decimals} */
  BigDecimal tax();

  /** {@return the amount with tax, two decimals} */
  BigDecimal gross();

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link LineTax}. */
  final class Builder extends ImmutableLineTax.Builder {
    Builder() {}
  }
}
