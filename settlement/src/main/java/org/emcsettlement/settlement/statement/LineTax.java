package org.emcsettlement.settlement.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.immutables.value.Value;

/** The value added tax of one line. */
@LibraryStyle
@Value.Immutable
@JsonDeserialize(as = ImmutableLineTax.class)
public interface LineTax {

  /** {@return the tax category, where the contract has several} */
  Optional<String> category();

  /** {@return how tax applies, if not at a rate} */
  Optional<TaxStatus> status();

  /** {@return why it does not apply at a rate: the rule and its document} */
  Optional<String> reason();

  /** {@return the rate as a fraction, zero if tax does not apply at a rate} */
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
